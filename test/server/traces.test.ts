import { createServer } from 'node:http';
import { afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import * as z from 'zod';
import { createTraces, wantsTraces } from '../../server/traces.ts';
import { startListening } from './start-listening.ts';
import { createTestApp, type TestApp } from './test-app.ts';

/** What a collector of OTLP over HTTP receives (JSON), as far as it is looked at here. */
const Sent = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({
        attributes: z.array(z.object({ key: z.string(), value: z.unknown() })),
      }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              name: z.string(),
              traceId: z.string(),
              parentSpanId: z.string().optional(),
              attributes: z.array(z.object({ key: z.string(), value: z.unknown() })),
            }),
          ),
        }),
      ),
    }),
  ),
});

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterEach(() => vi.unstubAllEnvs());

/** A collector on this machine, with what it was sent. */
async function startCollector(): Promise<{ address: string; bodies: string[] }> {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      bodies.push(Buffer.concat(parts).toString());
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { address: `http://127.0.0.1:${address.port}`, bodies };
}

describe('traces', () => {
  it('are made only where the environment names a collector and does not switch them off', () => {
    const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' };
    expect(wantsTraces({})).toBe(false);
    expect(wantsTraces({ OTEL_EXPORTER_OTLP_ENDPOINT: '' })).toBe(false);
    expect(wantsTraces(endpoint)).toBe(true);
    expect(wantsTraces({ ...endpoint, OTEL_SDK_DISABLED: 'true' })).toBe(false);
    expect(wantsTraces({ ...endpoint, OTEL_TRACES_EXPORTER: 'none' })).toBe(false);
  });

  it('tell the template of the address, the status and the trace it belongs to, and nothing of who asked or what for', async () => {
    const collector = await startCollector();
    vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', collector.address);
    vi.stubEnv('OTEL_RESOURCE_ATTRIBUTES', 'deployment.environment.name=trial');
    const traces = await createTraces(process.env);
    const { address } = await startListening(test, { traces: traces?.middleware });
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const headers = {
      traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
      'user-agent': 'Somebody/1.0',
    };
    for (const path of [
      '/api/v1/collections/regions/items/RU-TA?asOf=2026-11-27',
      '/api/v1/numbering/9172345678',
      '/api/v1/none',
      '/ru/regions/RU-TA',
    ]) {
      await (await fetch(`${address}${path}`, { headers })).arrayBuffer();
    }
    await traces?.stop();
    const sent = collector.bodies.map((body) => Sent.parse(JSON.parse(body)));
    const spans = sent.flatMap(({ resourceSpans }) =>
      resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
    );
    expect(spans.map(({ name }) => name)).toEqual([
      'GET /api/v1/collections/:collectionId/items/:featureId',
      'GET /api/v1/numbering/:prefix',
      'GET api',
      'GET pages',
    ]);
    expect(new Set(spans.map((span) => span.traceId))).toEqual(new Set([traceId]));
    expect(spans.find(({ name }) => name.includes(':featureId'))?.attributes).toContainEqual({
      key: 'http.response.status_code',
      value: { intValue: 200 },
    });
    const text = collector.bodies.join('');
    expect(text).toContain('family-esim-map');
    expect(text).toContain('trial');
    for (const secret of ['Somebody', '127.0.0.1', '9172345678', '2026-11-27', 'RU-TA']) {
      expect(text).not.toContain(secret);
    }
  });

  it('that nobody takes hold up no answer', async () => {
    vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', 'http://127.0.0.1:1');
    const traces = await createTraces(process.env);
    const { address } = await startListening(test, { traces: traces?.middleware });
    expect((await fetch(`${address}/api/v1/conformance`)).status).toBe(200);
    await traces?.stop();
  });
});
