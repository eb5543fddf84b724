import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { AppContext, RequestContext } from './middleware/request-context.ts';

/** What sends one span for each request to whoever collects traces. */
export interface Traces {
  readonly middleware: MiddlewareHandler<RequestContext>;
  /** Sends what is still held. */
  stop(): Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

const SERVICE_NAME = 'family-esim-map';

/** Whether the environment asks for traces (OpenTelemetry Environment Variable Specification). */
export function wantsTraces(environment: Environment): boolean {
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT } = environment;
  const isOff =
    environment.OTEL_SDK_DISABLED?.toLowerCase() === 'true' ||
    environment.OTEL_TRACES_EXPORTER === 'none';
  return !isOff && Boolean(OTEL_EXPORTER_OTLP_ENDPOINT || OTEL_EXPORTER_OTLP_TRACES_ENDPOINT);
}

/**
 * Traces by OTLP over HTTP, where `OTEL_EXPORTER_OTLP_ENDPOINT` names a collector; the libraries read the other `OTEL_*`
 * variables themselves and are loaded only then. The spans are made here and not by `@hono/otel`, which notes the whole address and
 * header fields: a span of this service tells no more of who asked than the access log does.
 * @returns undefined where the environment does not ask for them
 */
export async function createTraces(environment: Environment): Promise<Traces | undefined> {
  if (!wantsTraces(environment)) return undefined;
  const [
    { ROOT_CONTEXT, SpanKind, SpanStatusCode },
    { W3CTraceContextPropagator },
    { OTLPTraceExporter },
    { defaultResource, detectResources, envDetector, resourceFromAttributes },
    { BasicTracerProvider, BatchSpanProcessor },
  ] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/core'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace-base'),
  ]);
  const provider = new BasicTracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': SERVICE_NAME }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  const tracer = provider.getTracer(SERVICE_NAME);
  const propagator = new W3CTraceContextPropagator();
  const fields = {
    get: (c: AppContext, name: string) => c.req.header(name),
    keys: () => ['traceparent', 'tracestate'],
  };
  return {
    async middleware(c, next) {
      const parent = propagator.extract(ROOT_CONTEXT, c, fields);
      const { method } = c.req;
      const span = tracer.startSpan(method, { kind: SpanKind.SERVER }, parent);
      try {
        await next();
      } finally {
        const { outgoing } = c.env ?? {};
        const status = outgoing?.headersSent ? outgoing.statusCode : c.res.status;
        const route = routeOf(c);
        span.updateName(`${method} ${route}`);
        span.setAttributes({
          'http.request.method': method,
          'http.route': route,
          'http.response.status_code': status,
        });
        if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      }
    },
    // Spans that nobody takes are lost; they must not keep the service from ending as it should.
    stop: () => provider.shutdown().catch(() => undefined),
  };
}

/** The template of the address, such as `/api/v1/collections/:collectionId`; of a page no more than that it is one. */
function routeOf(c: AppContext): string {
  const template = matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path;
  return template ?? areaOf(c.req.path);
}

/** The part of the service that an address belongs to, in few words whatever is asked for: labels are kept for ever. */
export function areaOf(path: string): string {
  if (path.startsWith('/api/')) return 'api';
  if (/^\/(?:assets|data|downloads|og|types)\//.test(path)) return 'files';
  if (path === '/mcp') return 'mcp';
  return path === '/healthz' || path === '/readyz' ? 'probes' : 'pages';
}
