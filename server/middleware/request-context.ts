import type { IncomingHttpHeaders } from 'node:http';
import type { Context, Hono } from 'hono';
import type { RawRequest } from '../route.ts';
import { ProblemError, shorten } from './problem.ts';
import type { RequestLimit } from './rate-limit.ts';
import { type Conditions, conditionsOf } from './respond.ts';

/** What the edge knows of a request; all of it is absent where there is no socket (tests, the static export). */
export interface EdgeBindings {
  /** The rate limit, where one is kept. */
  limit?: RequestLimit;
  /** Header fields as Node parsed them: reading them costs a tenth of asking the `Headers` object. */
  fields?: IncomingHttpHeaders;
}

export type AppContext = Context<{ Bindings: EdgeBindings }>;
export type App = Hono<{ Bindings: EdgeBindings }>;

/** A header field of a request by its name in lower case. */
export function fieldOf(c: AppContext, name: string): string | undefined {
  const fields = c.env?.fields;
  if (fields === undefined) return c.req.raw.headers.get(name) ?? undefined;
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
}

/** What of a request decides how its answer travels. */
export function conditionsAt(c: AppContext): Conditions {
  const fields = c.env?.fields;
  return fields === undefined ? conditionsOf(c.req.raw) : { method: c.req.method, headers: fields };
}

/** The parts of a request that routes look at; `origin` overrides the one it came by. */
export function readRequest(c: AppContext, origin: string | undefined, body: unknown): RawRequest {
  const { url } = c.req.raw;
  const pathStart = url.indexOf('/', url.indexOf('//') + 2);
  const queryStart = url.indexOf('?', pathStart);
  const hash = url.indexOf('#', pathStart);
  const end = hash < 0 ? url.length : hash;
  return {
    origin: origin ?? plainOrigin(url.slice(0, pathStart)),
    path: url.slice(pathStart, queryStart < 0 ? end : queryStart),
    rawQuery: queryStart < 0 ? '' : url.slice(queryStart + 1, end),
    params: c.req.param(),
    accept: fieldOf(c, 'accept'),
    body,
  };
}

const PLAIN_HOST = /^(?:[a-z\d._-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/**
 * Whether a `Host` may stand in links. URLs allow quotes, semicolons and braces in a host; in a `Link` field or in a
 * command to be copied they would end what they stand in.
 */
export function isPlainHost(host: string): boolean {
  return PLAIN_HOST.test(host);
}

/** The origin that a request names, for links; throws a refusal where it is no plain one. */
function plainOrigin(origin: string): string {
  if (isPlainHost(origin.slice(origin.indexOf('//') + 2))) return origin;
  throw new ProblemError(400, 'expected a Host of Latin letters, digits, dots and hyphens', {
    mistakes: [{ parameter: 'Host', value: shorten(origin), detail: 'is no plain host name' }],
  });
}
