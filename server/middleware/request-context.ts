import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono, MiddlewareHandler } from 'hono';
import type { FieldList } from './answer.ts';
import { ProblemError, shorten } from './problem.ts';

/** The limit as one request meets it: it may have to wait, and costs more the longer it is computed. */
export interface RequestLimit {
  /** Whose points are counted. */
  readonly client: string;
  /** Header fields that tell of it, as it was last looked at. */
  readonly fields: FieldList;
  /** Takes what computing costs at least; throws a refusal where the address has not as much left. */
  takeForComputing(): void;
  /** Throws a refusal where the address has used up its points, maybe by other requests while this one waited. */
  check(): void;
  /** Takes more points the longer the request kept the service from answering others. */
  charge(busyMilliseconds: number): void;
}

/** What goes with a request through the app. */
export interface RequestContext {
  /** Node's own objects; absent where there is no socket (tests, the static export). */
  Bindings: Partial<HttpBindings>;
  Variables: {
    /** Absent where no limit is kept. */
    limit?: RequestLimit;
  };
}

export type AppContext = Context<RequestContext>;
export type App = Hono<RequestContext>;

/** A header field of a request by its name in lower case. Reading what Node parsed costs a tenth of asking a `Headers`. */
export function fieldOf(c: AppContext, name: string): string | undefined {
  // Without a socket there are no bindings at all, whatever the framework's type says.
  const fields = c.env?.incoming?.headers;
  if (fields === undefined) return c.req.raw.headers.get(name) ?? undefined;
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
}

/** Where a request goes, as it was sent: nothing of it is decoded. */
interface RequestTarget {
  /** `https://example.org` */
  readonly origin: string;
  readonly path: string;
  /** What follows the question mark; empty where nothing does. */
  readonly rawQuery: string;
}

/** Cuts the address of a request into its parts. `new URL` takes ten times as long and writes some characters anew. */
export function targetOf(c: AppContext): RequestTarget {
  const { url } = c.req.raw;
  const pathStart = url.indexOf('/', url.indexOf('//') + 2);
  const hash = url.indexOf('#', pathStart);
  const end = hash < 0 ? url.length : hash;
  const question = url.indexOf('?', pathStart);
  const pathEnd = question < 0 || question > end ? end : question;
  return {
    origin: url.slice(0, pathStart),
    path: url.slice(pathStart, pathEnd),
    rawQuery: url.slice(pathEnd + 1, end),
  };
}

/** The parts of a request that routes look at, before its query is read. */
export interface RequestParts extends RequestTarget {
  /** Values of the `{names}` in the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly accept: string | undefined;
  readonly body: unknown;
}

/** Reads these parts; `origin` overrides the one that the request came by. */
export function readRequest(
  c: AppContext,
  origin: string | undefined,
  body: unknown = undefined,
): RequestParts {
  const target = targetOf(c);
  return {
    origin: origin ?? target.origin,
    path: target.path,
    rawQuery: target.rawQuery,
    params: c.req.param(),
    accept: fieldOf(c, 'accept'),
    body,
  };
}

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
