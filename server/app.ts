import type { Context } from 'hono';
import { Hono } from 'hono';
import { type Answer, jsonAnswer } from './http/answer.ts';
import { AnswerCache } from './http/answer-cache.ts';
import { type PreparedAnswer, prepareAnswer, respond } from './http/respond.ts';
import { cacheControl, standingHeaders } from './http/standing-headers.ts';
import { readJsonBody } from './json-body.ts';
import { API_ROOT } from './links.ts';
import { PROBLEM_TYPE, ProblemError, problemOf, shorten } from './problem.ts';
import type { RawRequest, Route } from './route.ts';
import type { Service } from './service.ts';
import type { Site } from './site/create-site.ts';

/** What the edge knows of a request beyond its bytes. */
export interface EdgeBindings {
  /** Header fields of the rate limit, where one is kept. */
  requestHeaders?: Readonly<Record<string, string>>;
}

type AppContext = Context<{ Bindings: EdgeBindings }>;
export type App = Hono<{ Bindings: EdgeBindings }>;

export interface AppOptions {
  readonly service: Service;
  readonly routes: readonly Route[];
  /** Pages, built files and downloads. */
  readonly site: Site;
  /** Public origin; taken from the request where absent. */
  readonly origin?: string | undefined;
  /** Told of errors that are the server's own. */
  readonly onFault: (error: unknown) => void;
}

const LONGEST_CACHED_KEY = 2_000;

/** The service as a function from request to response. */
export function createApp(options: AppOptions): App {
  const { service, routes, origin } = options;
  const standing = standingHeaders({ https: origin?.startsWith('https:') ?? false });
  const cache = new AnswerCache({ maxEntries: 4_000, maxBytes: 256 * 1024 * 1024 });
  const app: App = new Hono<{ Bindings: EdgeBindings }>({ strict: false });

  const conditions = (c: AppContext) => ({
    method: c.req.method,
    get: (name: string) => c.req.raw.headers.get(name),
  });
  const finish = (c: AppContext, answer: PreparedAnswer) =>
    respond(answer, conditions(c), c.env?.requestHeaders);

  const handleGet = (route: Route) => (c: AppContext) => {
    const request = rawRequest(c, origin, undefined);
    const key = `${request.origin}${request.path}?${request.rawQuery} ${request.accept ?? ''} ${service.today()}`;
    const known = cache.get(key);
    if (known !== undefined) return finish(c, known);
    const prepared = prepareAnswer(
      markDeprecation(route, route.handle(request, service)),
      standing,
    );
    if (prepared.status === 200 && key.length <= LONGEST_CACHED_KEY) cache.set(key, prepared);
    return finish(c, prepared);
  };

  const handlePost = (route: Route, maxBytes: number) => async (c: AppContext) => {
    const body = await readJsonBody(c.req.raw, maxBytes);
    const answer = route.handle(rawRequest(c, origin, body), service);
    return finish(
      c,
      prepareAnswer({ ...markDeprecation(route, answer), keeping: 'never' }, standing),
    );
  };

  const health = (status: string) => ({ status, datasetHash: service.dataset.hash });
  const probes: Readonly<Record<string, string>> = { '/healthz': 'ok', '/readyz': 'ready' };
  for (const [path, status] of Object.entries(probes)) {
    app.get(path, (c) =>
      finish(c, prepareAnswer({ ...jsonAnswer(health(status)), keeping: 'never' }, standing)),
    );
  }

  const methods = new Map(
    Object.keys(probes).map((path) => [path, new Set(['GET', 'HEAD', 'OPTIONS'])]),
  );
  for (const route of routes) {
    const { method, path, body } = route.document;
    const pattern = `${API_ROOT}${path === '/' ? '' : path}`.replaceAll(/\{(\w+)\}/g, ':$1');
    if (body === undefined) app.get(pattern, handleGet(route));
    else app.post(pattern, handlePost(route, body.maxBytes));
    const allowed = methods.get(pattern) ?? new Set(['OPTIONS']);
    for (const name of method === 'get' ? ['GET', 'HEAD'] : ['POST']) allowed.add(name);
    methods.set(pattern, allowed);
  }
  const patterns = [...methods].map(([pattern, allowed]) => ({
    expression: new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}/?$`),
    allow: [...allowed].sort().join(', '),
  }));

  app.notFound(async (c) => {
    const { path, rawQuery } = rawRequest(c, origin, undefined);
    const acceptLanguage = c.req.raw.headers.get('accept-language') ?? undefined;
    const allow = patterns.find(({ expression }) => expression.test(path))?.allow;
    const page =
      allow === undefined ? await options.site({ path, rawQuery, acceptLanguage }) : undefined;
    const methodsHere = allow ?? (page === undefined ? undefined : 'GET, HEAD, OPTIONS');
    if (methodsHere === undefined) {
      throw new ProblemError(404, `nothing is at ${JSON.stringify(shorten(path))}`);
    }
    if (page !== undefined && ['GET', 'HEAD'].includes(c.req.method)) return finish(c, page);
    if (c.req.method === 'OPTIONS') return preflight(methodsHere);
    throw new ProblemError(405, `${c.req.method} is not possible here, only ${methodsHere}`, {
      headers: { allow: methodsHere },
    });
  });

  app.onError((error, c) => {
    if (!(error instanceof ProblemError)) options.onFault(error);
    return sendProblem(c, error);
  });

  function sendProblem(c: AppContext, error: unknown): Response {
    const problem = problemOf(error);
    const body = JSON.stringify(problem);
    return new Response(body, {
      status: problem.status,
      headers: {
        ...standing,
        ...(error instanceof ProblemError ? error.headers : {}),
        ...c.env?.requestHeaders,
        'content-type': PROBLEM_TYPE,
        'content-length': String(Buffer.byteLength(body)),
        'cache-control': cacheControl('never'),
        vary: 'Accept, Accept-Encoding',
      },
    });
  }

  function preflight(allow: string): Response {
    return new Response(null, {
      status: 204,
      headers: {
        ...standing,
        allow,
        'access-control-allow-methods': allow,
        'access-control-allow-headers': 'Accept, Content-Type, If-None-Match, Range',
        'access-control-max-age': '86400',
      },
    });
  }

  return app;
}

/** Adds `Deprecation` (RFC 9745) and `Sunset` (RFC 8594) to the answers of a route that is to go. */
function markDeprecation(route: Route, answer: Answer): Answer {
  const { deprecation } = route.document;
  if (deprecation === undefined) return answer;
  const headers = {
    ...answer.headers,
    deprecation: `@${Date.parse(deprecation.since) / 1_000}`,
    sunset: new Date(deprecation.sunset).toUTCString(),
  };
  return { ...answer, headers };
}

function rawRequest(c: AppContext, origin: string | undefined, body: unknown): RawRequest {
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
    accept: c.req.raw.headers.get('accept') ?? undefined,
    body,
  };
}

const PLAIN_ORIGIN = /^https?:\/\/(?:[a-z\d._-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/**
 * The origin that a request names, for links. URLs allow quotes, semicolons and braces in a host; in a `Link` field or
 * in a command to be copied they would end what they stand in.
 */
function plainOrigin(origin: string): string {
  if (PLAIN_ORIGIN.test(origin)) return origin;
  throw new ProblemError(400, 'expected a Host of Latin letters, digits, dots and hyphens', {
    mistakes: [{ parameter: 'Host', value: shorten(origin), detail: 'is no plain host name' }],
  });
}
