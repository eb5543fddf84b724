import { Hono } from 'hono';
import type { Answering } from './answering.ts';
import {
  type App,
  type AppContext,
  conditionsAt,
  type EdgeBindings,
  fieldOf,
  readRequest,
} from './edge.ts';
import { jsonAnswer } from './http/answer.ts';
import type { Refuse } from './http/problem-response.ts';
import { type PreparedAnswer, prepareAnswer, respond } from './http/respond.ts';
import type { StandingHeaders } from './http/standing-headers.ts';
import { readJsonBody } from './json-body.ts';
import { addressOf } from './links.ts';
import { ProblemError, shorten } from './problem.ts';
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
  const { service, routes, answering, standing, refuse, origin } = options;
  const app: App = new Hono<{ Bindings: EdgeBindings }>({ strict: false });

  const finish = (c: AppContext, answer: PreparedAnswer) =>
    respond(answer, conditionsAt(c), c.env?.requestFields);

  const handleGet = (route: Route) => (c: AppContext) =>
    finish(c, answering.get(route, readRequest(c, origin, undefined)));
  const handlePost = (route: Route, maxBytes: number) => async (c: AppContext) => {
    const body = await readJsonBody(c.req.raw, maxBytes);
    const start = performance.now();
    try {
      return finish(c, answering.post(route, readRequest(c, origin, body)));
    } finally {
      c.env?.charge?.(performance.now() - start);
    }
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
    const pattern = addressOf(path).replaceAll(/\{(\w+)\}/g, ':$1');
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

  const handleFile = (c: AppContext) => {
    const file = options.site({ ...readRequest(c, origin, undefined), acceptLanguage: undefined });
    return file === undefined || file instanceof Promise ? c.notFound() : finish(c, file);
  };
  for (const folder of FILE_FOLDERS) app.get(`${folder}*`, handleFile);

  app.notFound(async (c) => {
    const { path, rawQuery } = readRequest(c, origin, undefined);
    const acceptLanguage = fieldOf(c, 'accept-language');
    const allow = patterns.find(({ expression }) => expression.test(path))?.allow;
    const page =
      allow === undefined ? await options.site({ path, rawQuery, acceptLanguage }) : undefined;
    const isPage = page !== undefined && page.status !== 404;
    const methodsHere = allow ?? (isPage ? 'GET, HEAD, OPTIONS' : undefined);
    const isRead = ['GET', 'HEAD'].includes(c.req.method);
    if (page !== undefined && isRead) return finish(c, page);
    if (methodsHere === undefined) {
      throw new ProblemError(404, `nothing is at ${JSON.stringify(shorten(path))}`);
    }
    if (c.req.method === 'OPTIONS') return preflight(methodsHere);
    throw new ProblemError(405, `${c.req.method} is not possible here, only ${methodsHere}`, {
      headers: { allow: methodsHere },
    });
  });

  app.onError((error, c) => {
    if (!(error instanceof ProblemError)) options.onFault(error);
    return refuse(error, c.env?.requestFields);
  });

  function preflight(allow: string): Response {
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

  return app;
}
