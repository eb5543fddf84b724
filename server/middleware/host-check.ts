import type { IncomingMessage } from 'node:http';
import type { MiddlewareHandler } from 'hono';
import { ProblemError, shorten } from './problem.ts';
import { type RequestContext, targetOf } from './request-context.ts';

/**
 * Refuses a request whose host is missing, doubtful or no plain name (RFC 9112 3.2): it becomes part of the links in
 * answers, and what is kept under one host would be given to readers of another.
 */
export function hostCheck(): MiddlewareHandler<RequestContext> {
  return (c, next) => {
    const { incoming } = c.env ?? {};
    if (incoming !== undefined) checkField(incoming);
    checkName(targetOf(c).origin);
    return next();
  };
}

/** One `Host` field, and none only in HTTP/1.0; a target that names a host names the same. */
function checkField({ rawHeaders, httpVersion, headers, url = '' }: IncomingMessage): void {
  let fields = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === 'host') fields++;
  }
  if (fields > 1 || (fields === 0 && httpVersion !== '1.0')) {
    throw new ProblemError(400, 'expected one Host field');
  }
  const { host } = headers;
  if (url.startsWith('/') || host === undefined || !URL.canParse(url)) return;
  if (new URL(url).host !== new URL(`http://${host}`).host) {
    throw refuseHost(host, 'the target of the request names another host');
  }
}

/** Longest name (RFC 1035 2.3.4) and its port; a longer one would stand in each of thousands of links. */
const LONGEST_HOST = 253 + ':65535'.length;

const PLAIN_HOST = /^(?:[a-z\d._-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** URLs allow quotes, semicolons and braces in a host; in a `Link` field or in a command to be copied they would end what they stand in. */
function checkName(origin: string): void {
  const host = origin.slice(origin.indexOf('//') + 2);
  if (host.length > LONGEST_HOST) {
    throw refuseHost(host, `expected at most ${LONGEST_HOST} characters`);
  }
  if (!PLAIN_HOST.test(host)) {
    throw refuseHost(host, 'expected a name of Latin letters, digits, dots and hyphens');
  }
}

function refuseHost(host: string, detail: string): ProblemError {
  return new ProblemError(400, `Host: ${detail}`, {
    errors: [{ parameter: 'Host', value: shorten(host), detail }],
  });
}
