import type { MiddlewareHandler } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { type CommonHeaders, cacheControl, fieldsToRecord, varyOf } from './answer.ts';
import { PROBLEM_TYPE, ProblemError, problemOf, shorten } from './problem.ts';
import { type App, type AppContext, type RequestContext, targetOf } from './request-context.ts';

/** Answers an error with its problem document (RFC 9457), and with the fields of the request's limit where there is one. */
export type ProblemHandler = (error: unknown, c?: AppContext) => Response;

/**
 * Makes the one function that writes refusals. What is no `ProblemError` is the server's own fault: the client learns
 * only that it is, and `onFault` what it was.
 */
export function createProblemHandler(
  headers: CommonHeaders,
  onFault: (error: unknown) => void,
): ProblemHandler {
  return (error, c) => {
    if (error instanceof MovedError) return moved(error, headers, c);
    if (!(error instanceof ProblemError)) onFault(error);
    const problem = problemOf(error);
    const body = JSON.stringify(problem);
    return new Response(body, {
      status: problem.status,
      headers: {
        ...headers.fields,
        ...(error instanceof ProblemError ? error.headers : {}),
        ...fieldsToRecord(c?.get('limit')?.fields ?? []),
        'content-type': PROBLEM_TYPE,
        'content-length': String(Buffer.byteLength(body)),
        'cache-control': cacheControl('never'),
        vary: varyOf('Accept'),
      },
    });
  };
}

/** Leads to the one address; 308 keeps the method and the body (RFC 9110 15.4.9). */
function moved({ location }: MovedError, headers: CommonHeaders, c?: AppContext): Response {
  return new Response(null, {
    status: 308,
    headers: {
      ...headers.fields,
      ...fieldsToRecord(c?.get('limit')?.fields ?? []),
      location,
      'content-length': '0',
      'cache-control': cacheControl('day'),
    },
  });
}

/** Thrown where what is asked for has another address for good: an id that is written in another letter case. */
export class MovedError extends Error {
  override readonly name = 'MovedError';
  /** Path and query. */
  readonly location: string;

  constructor(location: string) {
    super(`moved to ${location}`);
    this.location = location;
  }
}

/**
 * Leads an address with a slash at its end to the one without, which the router takes for the same.
 *
 * @param root answered with it, too: the description of the API has to call it `/`, below the address of the server
 */
export function withoutLastSlash(root: string): MiddlewareHandler<RequestContext> {
  return (c, next) => {
    const { path, rawQuery } = targetOf(c);
    if (path.endsWith('/') && path !== `${root}/`)
      throw new MovedError(withQuery(path.replace(/\/+$/, ''), rawQuery));
    return next();
  };
}

/** The one of some ids that is meant by another spelling of its letters. */
function idInOtherCase(id: string, ids: Iterable<string>): string | undefined {
  const wanted = id.toLowerCase();
  for (const own of ids) if (own.toLowerCase() === wanted) return own;
  return undefined;
}

/**
 * Looks an entry up by an id out of the path.
 *
 * @throws MovedError where only the letter case differs.
 */
export function entryOfPath<T>(
  { path, rawQuery }: { readonly path: string; readonly rawQuery: string },
  id: string,
  byId: ReadonlyMap<string, T>,
): T | undefined {
  const entry = byId.get(id);
  if (entry !== undefined) return entry;
  const own = idInOtherCase(id, byId.keys());
  if (own === undefined || own === id) return undefined;
  throw new MovedError(withQuery(replaceSegment(path, id, own), rawQuery));
}

/** The path with one of its segments replaced: the first that says `id`. */
function replaceSegment(path: string, id: string, own: string): string {
  const segments = path.split('/');
  const at = segments.findIndex((segment) => decoded(segment) === id);
  return segments.with(at, encodeURIComponent(own)).join('/');
}

/**
 * The path with the fixed parts of the pattern that it fits in any letter case, and with no slash too many; `undefined` where
 * it fits none.
 * @param patterns paths with parameters, such as `/api/v1/operators/:operatorId`
 */
export function ownSegments(path: string, patterns: readonly string[]): string | undefined {
  const typed = path.split('/').filter((segment) => segment !== '');
  for (const pattern of patterns) {
    const parts = pattern.split('/').filter((part) => part !== '');
    if (parts.length !== typed.length || parts.includes('*')) continue;
    const own = parts.map((part, at) => ownSegment(part, typed[at] ?? ''));
    if (own.every((segment) => segment !== undefined)) return `/${own.join('/')}`;
  }
  return undefined;
}

function ownSegment(part: string, typed: string): string | undefined {
  if (part.startsWith(':')) return typed;
  const isSame = decoded(typed)?.toLowerCase() === part.toLowerCase();
  return isSame ? part : undefined;
}

/** An address of a path and a query that may be empty. */
export function withQuery(path: string, rawQuery: string): string {
  return rawQuery === '' ? path : `${path}?${rawQuery}`;
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

/**
 * Answers a request by a method that its address has no handler for: OPTIONS with the methods that it has, another with
 * 405, and any with 404 where nothing is at the address. The framework's middleware finds the methods; it would cost each
 * request a little, so that only those that found no handler come through it.
 */
export function otherMethods(
  app: App,
  headers: CommonHeaders,
): (c: AppContext) => Promise<Response> {
  const findMethods = methodNotAllowed({
    app,
    onMethodNotAllowed(c, methods) {
      const allow = [...methods, 'OPTIONS'].sort().join(', ');
      if (c.req.method === 'OPTIONS') return preflight(allow, headers);
      throw new ProblemError(405, `${c.req.method} is not possible here, only ${allow}`, {
        headers: { allow },
      });
    },
  });
  return async (c) => {
    await findMethods(c, async () => {
      c.res = new Response(null, { status: 404 });
    });
    if (c.res.status === 404) throw nothingAt(targetOf(c).path);
    return c.res;
  };
}

/** Refusal for an address where nothing is. */
export function nothingAt(path: string): ProblemError {
  return new ProblemError(404, `nothing is at ${JSON.stringify(shorten(path))}`);
}

/** Fields that scripts of other sites may send; those of MCP name the message and the revision of the protocol. */
const ALLOWED_FIELDS = [
  'Accept',
  'Content-Type',
  'Idempotency-Key',
  'If-None-Match',
  'Range',
  'MCP-Protocol-Version',
  'Mcp-Method',
  'Mcp-Name',
].join(', ');

/** What a browser asks before it lets a script of another site send a request (Fetch standard, CORS-preflight). */
function preflight(allow: string, headers: CommonHeaders): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...headers.fields,
      allow,
      'access-control-allow-methods': allow,
      'access-control-allow-headers': ALLOWED_FIELDS,
      'access-control-max-age': '86400',
    },
  });
}
