import { Hono } from 'hono';
import { notFound } from '../middleware/problem.ts';
import { entryOfPath } from '../middleware/refusals.ts';
import {
  type App,
  type AppContext,
  type RequestContext,
  readRequest,
  targetOf,
} from '../middleware/request-context.ts';
import { type Computing, compute, sendAnswer } from '../middleware/send-answer.ts';
import type { Receipts } from '../receipts/receipts.ts';
import type { Route, RouteAnswers } from '../route.ts';
import type { LiveCollection } from './collections/live-collection.ts';
import { parseJson, readPost } from './json-body.ts';
import { createApiRoute } from './openapi/api-route.ts';
import { REPORT_DOCUMENTS } from './report-documents.ts';
import { createCollectionRoutes, createPropertyRoutes } from './routes/collection-routes.ts';
import {
  createDatasetRoute,
  createOperatorRoutes,
  createSourceRoutes,
} from './routes/dataset-routes.ts';
import { createEligibilityRoutes } from './routes/eligibility-routes.ts';
import {
  createDifferencesRoute,
  createNumberingRoutes,
  createRegionFactRoute,
} from './routes/fact-routes.ts';
import { createItemRoutes } from './routes/item-routes.ts';
import { createConformanceRoute, createLandingRoute } from './routes/landing-route.ts';
import { createLocateRoutes, createPlaceRoute } from './routes/locate-routes.ts';
import { createMatrixSetsRoute, createTileRoutes } from './routes/tile-routes.ts';

/** What the API offers besides what it always does. */
interface ApiOptions {
  readonly receipts?: Receipts | undefined;
  /** What takes reports: its addresses are described where there is one. */
  readonly reports?: object | undefined;
  /** False where nobody is there to cut vector tiles when they are asked for: in a static export. */
  readonly tiles?: boolean | undefined;
}

/** All documented addresses of the API, in the order of the reference. */
export function createRoutes(
  collections: readonly LiveCollection[],
  { receipts, reports, tiles = true }: ApiOptions = {},
): Route[] {
  const routes = [
    ...createEligibilityRoutes(receipts),
    ...createLocateRoutes(),
    createPlaceRoute(),
    createLandingRoute({ tiles }),
    createConformanceRoute({ tiles }),
    ...createCollectionRoutes(collections, { tiles }),
    ...collections.flatMap((collection) => [
      ...createItemRoutes(collection),
      ...createPropertyRoutes(collection),
      ...(tiles ? createTileRoutes(collection) : []),
    ]),
    ...(tiles ? [createMatrixSetsRoute()] : []),
    ...createOperatorRoutes(),
    ...createSourceRoutes(),
    createRegionFactRoute(),
    createDifferencesRoute(),
    ...createNumberingRoutes(),
    createDatasetRoute(),
  ];
  return [...routes, createApiRoute(routes, reports === undefined ? [] : REPORT_DOCUMENTS)];
}

/** The documented addresses of the API, below the version. */
export function createApi(
  routes: readonly Route[],
  answers: RouteAnswers,
  computing: Computing,
  origin: string | undefined,
): App {
  const api: App = new Hono<RequestContext>({ strict: false });
  const handleGet = (routeOf: RouteOf) => (c: AppContext) => {
    const route = routeOf(c);
    const request = readRequest(c, origin);
    const known = answers.known(route, request);
    if (known !== undefined) return sendAnswer(c, known, computing);
    return compute(c, computing, (making) => answers.get(route, { ...request, ...making }));
  };
  const handlePost = (routeOf: RouteOf, maxBytes: number) => async (c: AppContext) => {
    const bytes = await readPost(c, computing, maxBytes);
    return compute(c, computing, (making) => {
      const body = parseJson(bytes);
      return answers.post(routeOf(c), { ...readRequest(c, origin, body), ...making });
    });
  };
  for (const { pattern, routeOf, body } of patternsOf(routes)) {
    if (body === undefined) api.get(pattern, handleGet(routeOf));
    else api.post(pattern, handlePost(routeOf, body.maxBytes));
  }
  return api;
}

/** The route that answers a request of a pattern. */
type RouteOf = (c: AppContext) => Route;

interface Pattern {
  readonly pattern: string;
  readonly routeOf: RouteOf;
  readonly body: Route['document']['body'];
}

/**
 * The framework's patterns for the paths of the routes. Its fast router takes no segment by name beside a parameter, as
 * `regions` beside `{collectionId}`: what each collection has of its own shares a pattern, and the id finds the route.
 */
function patternsOf(routes: readonly Route[]): Pattern[] {
  const patterns: Pattern[] = [];
  const shared = new Map<string, Map<string, Route>>();
  for (const route of routes) {
    const { method, path, body } = route.document;
    const [, id, rest] = /^\/collections\/([^{/]+)(\/.+)$/.exec(path) ?? [];
    if (id === undefined || rest === undefined) {
      patterns.push({ pattern: patternOf(path), routeOf: () => route, body });
      continue;
    }
    const key = `${method} ${rest}`;
    const byId = shared.get(key) ?? new Map<string, Route>();
    shared.set(key, byId.set(id, route));
    if (byId.size > 1) continue;
    const routeOf: RouteOf = (c) => {
      const wanted = c.req.param('collectionId') ?? '';
      const found = entryOfPath(targetOf(c), wanted, byId);
      if (found === undefined)
        throw notFound('collection', wanted, [...byId.keys()], 'collectionId');
      return found;
    };
    patterns.push({ pattern: patternOf(`/collections/{collectionId}${rest}`), routeOf, body });
  }
  return patterns;
}

function patternOf(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}
