import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createMetrics } from '../../server/metrics.ts';
import { startListening } from './start-listening.ts';
import { createTestApp, type TestApp } from './test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

describe('/metrics on a port of its own', () => {
  it('counts requests by part and status, and tells of memory and the event loop', async () => {
    const metrics = createMetrics();
    const exporter = await metrics.listen(0, '127.0.0.1');
    onTestFinished(() => exporter.stop());
    const { address } = await startListening(test, { metrics: metrics.middleware });
    for (const path of [
      '/api/v1/conformance',
      '/api/v1/conformance',
      '/api/v1/none',
      '/ru/',
      '/healthz',
    ]) {
      await (await fetch(`${address}${path}`)).arrayBuffer();
    }
    const scraped = await fetch(`http://127.0.0.1:${exporter.port}/metrics`);
    expect(scraped.headers.get('content-type')).toMatch(/^application\/openmetrics-text/);
    const text = await scraped.text();
    expect(text).toContain('http_requests_total{area="api",status="200"} 2');
    expect(text).toContain('http_requests_total{area="api",status="404"} 1');
    expect(text).toContain('http_requests_total{area="pages",status="200"} 1');
    expect(text).toMatch(/http_request_duration_seconds_count\{area="api"\} 3/);
    expect(text).toMatch(/process_resident_memory_bytes \d+/);
    expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds /);
    expect(text.trimEnd().endsWith('# EOF')).toBe(true);
    // Readers do not reach it, nor anything else there.
    expect((await fetch(`${address}/metrics`)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${exporter.port}/`)).status).toBe(404);
  });
});
