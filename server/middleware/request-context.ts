import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { RawRequest } from '../route.ts';
import type { Making } from './pieces.ts';
import type { RequestLimit } from './request-limit.ts';

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

/** The parts of a request that routes look at; `origin` overrides the one it came by. */
export function readRequest(
  c: AppContext,
  origin: string | undefined,
  body: unknown = undefined,
): Omit<RawRequest, keyof Making> {
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
