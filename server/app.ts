import { Hono } from 'hono';
import { createApi } from './api/create-api.ts';
import { API_ROOT } from './links.ts';
import { createMcp } from './mcp/create-mcp.ts';
import type { Metrics } from './metrics.ts';
import { type AccessLog, accessLog } from './middleware/access-log.ts';
import { type CommonHeaders, jsonAnswer } from './middleware/answer.ts';
import {
  MovedError,
  nothingAt,
  otherMethods,
  ownSegments,
  type ProblemHandler,
  withoutLastSlash,
  withQuery,
} from './middleware/refusals.ts';
import {
  type App,
  type AppContext,
  hostCheck,
  type RequestContext,
  targetOf,
} from './middleware/request-context.ts';
import { clientOf, type RateLimit, requestLimit } from './middleware/request-limit.ts';
import { type Computing, prepareAnswer, sendAnswer } from './middleware/send-answer.ts';
import type { Receipts } from './receipts/receipts.ts';
import type { ReportsPart } from './reports/reports-part.ts';
import type { Route, RouteAnswers } from './route.ts';
import type { Service } from './service.ts';
import {
  createSite,
  isAmongPages,
  isBusyPage,
  readPageRequest,
  type Site,
  sendBusyPage,
  sendPage,
} from './site/create-site.ts';
import type { Traces } from './traces.ts';

/** What the app is put together from; loaded once. */
export interface AppParts {
  readonly service: Service;
  readonly routes: readonly Route[];
  readonly answers: RouteAnswers;
  readonly headers: CommonHeaders;
  readonly handleProblem: ProblemHandler;
  /** Told of errors that are the server's own. */
  readonly onFault: (error: unknown) => void;
  /** Pages, built files and downloads. */
  readonly site: Site;
  /** Where everything is computed that is not at hand. */
  readonly computing: Computing;
  /** Public origin; taken from the request where absent. */
  readonly origin?: string | undefined;
}

/** What comes before the answers where a service listens. */
export interface AppOptions {
  readonly log?: AccessLog | undefined;
  readonly rateLimit?: RateLimit | undefined;
  /** What counts requests; absent where nobody watches. */
  readonly metrics?: Metrics['middleware'] | undefined;
  /** What sends a span for each request; absent where nobody collects them. */
  readonly traces?: Traces['middleware'] | undefined;
  /** What takes reports; absent where none are taken. */
  readonly reports?: ReportsPart | undefined;
  /** What signs answers; absent where nobody does. */
  readonly receipts?: Receipts | undefined;
  /** False where nobody answers the tools of assistants: in a static export. */
  readonly mcp?: boolean | undefined;
}

/** The service as a function from request to response. */
export function createApp(
  parts: AppParts,
  { log, rateLimit, metrics, traces, reports, receipts, mcp = true }: AppOptions = {},
): App {
  const { routes, answers, handleProblem, site, computing, origin } = parts;
  const app: App = new Hono<RequestContext>({ strict: false });
  if (log !== undefined) app.use(accessLog(log));
  if (metrics !== undefined) app.use(metrics);
  if (traces !== undefined) app.use(traces);
  app.use(hostCheck());
  if (rateLimit !== undefined) app.use(requestLimit(rateLimit));
  app.use(`${API_ROOT}/*`, withoutLastSlash(API_ROOT));
  app.route('/', createProbes(parts, reports));
  app.route(API_ROOT, createApi(routes, answers, computing, origin));
  if (mcp) app.route('/', createMcp(parts));
  if (reports !== undefined) app.route('/', reports.app);
  if (receipts !== undefined) app.route('/', receipts.app);
  app.route('/', createSite(site, computing));
  app.notFound(createNotFound(app, parts));
  app.onError((error, c) =>
    isBusyPage(c, error) ? sendBusyPage(c, site.pages, error) : handleProblem(error, c),
  );
  return app;
}

function createProbes({ service, headers }: AppParts, reports: ReportsPart | undefined): App {
  const probes: App = new Hono<RequestContext>();
  const datasetHash = service.dataset.hash;
  const answerOf = (status: string, more = {}) =>
    prepareAnswer({ ...jsonAnswer({ status, datasetHash, ...more }), lifetime: 'never' }, headers);
  const [alive, ready] = [answerOf('ok'), answerOf('ready')];
  const degraded = answerOf('ready', {
    degraded: [{ part: 'reports', reason: 'their storage is not available' }],
  });
  probes.get('/healthz', (c) => sendAnswer(c, alive));
  // The map is ready without its reports: a lost database is said, and takes no service out of use.
  const isLost = () => reports?.status().state === 'lost';
  probes.get('/readyz', (c) => sendAnswer(c, isLost() ? degraded : ready));
  return probes;
}

/** Files answer exactly as they are written; only documents of the API are led to from other spellings. */
const API_IN_ANY_CASE = /^\/+api\//i;

/** Answers what has no handler: the page that says so, other methods, or a refusal. */
function createNotFound(app: App, { headers, site, computing }: AppParts) {
  const answerMethod = otherMethods(app, headers);
  return async (c: AppContext): Promise<Response> => {
    const { path, rawQuery } = targetOf(c);
    const isReading = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (API_IN_ANY_CASE.test(path)) {
      const own = ownSegments(
        path,
        app.routes.map((route) => route.path),
      );
      const isOwn = own === path || path === `${API_ROOT}/`;
      if (own !== undefined && !isOwn) throw new MovedError(withQuery(own, rawQuery));
    }
    if (!isAmongPages(path)) return answerMethod(c);
    if (isReading) return sendPage(c, site.pages, computing);
    await site.pages.prepare();
    const page = await computing.queue.run(clientOf(c), () =>
      site.pages.render(readPageRequest(c)),
    );
    return page.status === 404 ? refuse(path) : answerMethod(c);
  };
}

function refuse(path: string): never {
  throw nothingAt(path);
}
