import { methodNotAllowed } from 'hono/method-not-allowed';
import type { CommonHeaders } from './common-headers.ts';
import { ProblemError, shorten } from './problem.ts';
import { type App, type AppContext, targetOf } from './request-context.ts';

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
