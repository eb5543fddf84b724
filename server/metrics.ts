import { createServer } from 'node:http';
import type { MiddlewareHandler } from 'hono';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { RequestContext } from './middleware/request-context.ts';
import { areaOf } from './traces.ts';

/** What whoever runs the service watches; on a port of its own, which readers do not reach. */
export interface Metrics {
  /** Counts requests and the time until their answers are handed over. */
  readonly middleware: MiddlewareHandler<RequestContext>;
  /** Serves `/metrics` in the format of OpenMetrics. */
  listen(port: number, host: string): Promise<{ port: number; stop(): void }>;
}

/** Upper ends in seconds: what is at hand takes a thousandth, what nobody waits for eight. */
const BUCKETS = [0.001, 0.005, 0.02, 0.05, 0.1, 0.5, 1, 2, 5, 8];

/** Metrics of this process, all from zero. */
export function createMetrics(): Metrics {
  const registry = new Registry<typeof Registry.OPENMETRICS_CONTENT_TYPE>();
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'http_requests',
    help: 'Requests by part of the service and status',
    labelNames: ['area', 'status'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time until an answer is handed over',
    labelNames: ['area'],
    buckets: BUCKETS,
    registers: [registry],
  });
  return {
    async middleware(c, next) {
      const started = performance.now();
      await next();
      const area = areaOf(c.req.path);
      const { outgoing } = c.env ?? {};
      const status = outgoing?.headersSent ? outgoing.statusCode : c.res.status;
      requests.inc({ area, status });
      seconds.observe({ area }, (performance.now() - started) / 1_000);
    },
    async listen(port, host) {
      const server = createServer(async (request, response) => {
        if (request.url !== '/metrics') return void response.writeHead(404).end();
        const text = await registry.metrics();
        response.writeHead(200, { 'content-type': registry.contentType }).end(text);
      });
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(port, host, resolve);
      });
      const address = server.address();
      const found = typeof address === 'object' && address !== null ? address.port : port;
      return { port: found, stop: () => void server.close() };
    },
  };
}
