import { Hono } from 'hono';
import { parseJson, readBody } from './api/json-body.ts';
import { addressOf } from './links.ts';
import { type AllowedMethods, createAllowedMethods } from './middleware/allowed-methods.ts';
import { jsonAnswer } from './middleware/answer.ts';
import type { Answering } from './middleware/answering.ts';
import type { StandingHeaders } from './middleware/common-headers.ts';
import { createTurns } from './middleware/fair-queue.ts';
import { ProblemError, shorten } from './middleware/problem.ts';
import type { Refuse } from './middleware/problem-response.ts';
import {
  type App,
  type AppContext,
  conditionsAt,
  type EdgeBindings,
  fieldOf,
  readRequest,
} from './middleware/request-context.ts';
import { type PreparedAnswer, prepareAnswer, respond } from './middleware/respond.ts';
import type { Route } from './route.ts';
import type { Service } from './service.ts';
import { FILE_FOLDERS, type Site } from './site/create-site.ts';

export interface AppOptions {
  readonly service: Service;
  readonly routes: readonly Route[];
  readonly answering: Answering;
  readonly standing: StandingHeaders;
  readonly refuse: Refuse;
  /** Pages, built files and downloads. */
  readonly site: Site;
  /** Public origin; taken from the request where absent. */
  readonly origin?: string | undefined;
  /** Told of errors that are the server's own. */
  readonly onFault: (error: unknown) => void;
}

/** The service as a function from request to response. */
export function createApp(options: AppOptions): App {
  const { refuse, onFault } = options;
  const app: App = new Hono<{ Bindings: EdgeBindings }>({ strict: false });
  const allowed = createAllowedMethods();
  addProbes(app, allowed, options);
  addRoutes(app, allowed, options);
  addSite(app, allowed, options);
  app.onError((error, c) => {
    if (!(error instanceof ProblemError)) onFault(error);
    return refuse(error, c.env?.limit?.fields);
  });
  return app;
}

/** Brotli and gzip at the qualities used here take on about this much. */
const ENCODED_BYTES_A_MILLISECOND = 25_000;

function finish(c: AppContext, answer: PreparedAnswer): Response | Promise<Response> {
  const limit = c.env?.limit;
  const response = respond(answer, conditionsAt(c), limit?.fields);
  // Not there at once: another thread encodes it, and takes the processor from others as computing does.
  if (response instanceof Promise) {
    limit?.charge(answer.body.identity.length / ENCODED_BYTES_A_MILLISECOND);
  }
  return response;
}

function addProbes(app: App, allowed: AllowedMethods, { service, standing }: AppOptions): void {
  const probes: Readonly<Record<string, string>> = { '/healthz': 'ok', '/readyz': 'ready' };
  for (const [path, status] of Object.entries(probes)) {
    const body = { status, datasetHash: service.dataset.hash };
    const answer = prepareAnswer({ ...jsonAnswer(body), keeping: 'never' }, standing);
    app.get(path, (c) => finish(c, answer));
    allowed.add(path, ['GET', 'HEAD']);
  }
}

function addRoutes(
  app: App,
  allowed: AllowedMethods,
  { routes, answering, origin }: AppOptions,
): void {
  const takeTurn = createTurns();
  const handleGet = (route: Route) => (c: AppContext) =>
    finish(c, answering.get(route, readRequest(c, origin, undefined)));
  const handlePost = (route: Route, maxBytes: number) => async (c: AppContext) => {
    const bytes = await readBody(c.req.raw, maxBytes);
    const limit = c.env?.limit;
    return takeTurn(limit?.client ?? '', () => {
      limit?.check();
      const start = performance.now();
      try {
        return finish(c, answering.post(route, readRequest(c, origin, parseJson(bytes))));
      } finally {
        limit?.charge(performance.now() - start);
      }
    });
  };
  for (const route of routes) {
    const { path, body } = route.document;
    const pattern = addressOf(path).replaceAll(/\{(\w+)\}/g, ':$1');
    if (body === undefined) app.get(pattern, handleGet(route));
    else app.post(pattern, handlePost(route, body.maxBytes));
    allowed.add(pattern, body === undefined ? ['GET', 'HEAD'] : ['POST']);
  }
}

/** Files and pages, and for what is neither the refusal that fits: 404, 405 or the methods that are possible. */
function addSite(app: App, allowed: AllowedMethods, options: AppOptions): void {
  const { site, origin, standing } = options;
  const handleFile = (c: AppContext) => {
    const file = site({ ...readRequest(c, origin, undefined), acceptLanguage: undefined });
    return file === undefined || file instanceof Promise ? c.notFound() : finish(c, file);
  };
  for (const folder of FILE_FOLDERS) app.get(`${folder}*`, handleFile);

  app.notFound(async (c) => {
    const { path, rawQuery } = readRequest(c, origin, undefined);
    const acceptLanguage = fieldOf(c, 'accept-language');
    const allow = allowed.at(path);
    const page = allow === undefined ? await site({ path, rawQuery, acceptLanguage }) : undefined;
    if (page !== undefined && ['GET', 'HEAD'].includes(c.req.method)) return finish(c, page);
    const isPage = page !== undefined && page.status !== 404;
    const methods = allow ?? (isPage ? 'GET, HEAD, OPTIONS' : undefined);
    if (methods === undefined) {
      throw new ProblemError(404, `nothing is at ${JSON.stringify(shorten(path))}`);
    }
    if (c.req.method === 'OPTIONS') return preflight(methods, standing);
    throw new ProblemError(405, `${c.req.method} is not possible here, only ${methods}`, {
      headers: { allow: methods },
    });
  });
}

function preflight(allow: string, standing: StandingHeaders): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...standing.fields,
      allow,
      'access-control-allow-methods': allow,
      'access-control-allow-headers': 'Accept, Content-Type, If-None-Match, Range',
      'access-control-max-age': '86400',
    },
  });
}
