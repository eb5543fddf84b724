import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Problem } from '../../../server/middleware/problem.ts';
import { createRateLimit } from '../../../server/middleware/request-limit.ts';
import { createComputing } from '../../../server/middleware/send-answer.ts';
import { startReports } from '../reports/reports-service.ts';
import { startListening } from '../start-listening.ts';
import { createTestApp, type TestApp } from '../test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp({ computing: createComputing() });
});

/** A clock for the windows of the limit that stands still: on a slow machine, too, a test is done within one. */
const atRest = () => 0;
/** Milliseconds up to which a false clock goes: nobody who waits comes near to the deadline of the queue. */
const CLOCK_END = 4_000;

describe('the rate limit', () => {
  it('counts what is computed per address and refuses what goes beyond', async () => {
    const { address } = await startListening(test, { rateLimit: createRateLimit(2, atRest) });
    const ask = (lat: number) => fetch(`${address}/api/v1/locate?lon=37&lat=${lat}`);
    const first = await ask(55);
    expect(first.headers.get('ratelimit-policy')).toBe('"default";q=2;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"default";r=1;t=\d+$/);
    await ask(56);
    const third = await ask(57);
    expect(third.status).toBe(429);
    expect(third.headers.get('access-control-expose-headers')).toMatch(/Retry-After/);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
    Problem.parse(await third.json());
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
  });

  it('asks next to nothing for files and for answers that are kept', async () => {
    const paths = ['/downloads/regions.csv', '/api/v1/conformance'];
    // Computed and encoded before anything is counted. Kept is an answer for the address that it was asked for by, so that the
    // second service computes it once more: a few points are left for that, however long it takes.
    const unlimited = await startListening(test);
    for (const path of paths) expect((await fetch(unlimited.address + path)).status).toBe(200);
    const { address } = await startListening(test, { rateLimit: createRateLimit(20, atRest) });
    for (let round = 0; round < 50; round++) {
      for (const path of paths) expect((await fetch(address + path)).status).toBe(200);
    }
  });

  it('counts an IPv6 network as one client, however its addresses are written', () => {
    const limit = createRateLimit(2, atRest);
    const isRefused = (address: string) => limit.take(address, 1).exceeded;
    isRefused('2001:db8::1');
    isRefused('2001:db8:0:0:ffff::2');
    expect(isRefused('2001:db8::3')).toBe(true);
    expect(isRefused('2001:db8:1::1')).toBe(false);
    expect(isRefused('2001:db8:0:1::1')).toBe(false);
    expect(isRefused('::1')).toBe(false);
  });

  it('takes a point more for each 25 milliseconds that a question takes to answer', async () => {
    // The clock of the test alone moves, so that the speed of the machine means nothing.
    let isCostly = false;
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
      if (isCostly) now = Math.min(now + 1, CLOCK_END);
      return now;
    });
    onTestFinished(() => clock.mockRestore());
    const { address } = await startListening(test, {
      rateLimit: createRateLimit(100, atRest),
      onRequest: ({ incoming }) => {
        isCostly = incoming.url?.includes('asOf') ?? false;
      },
    });
    const remaining = async (path: string) => {
      const { headers } = await fetch(`${address}/api/v1${path}`);
      return Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);
    };
    expect(await remaining('/locate?lon=37&lat=55')).toBe(99);
    // Between the features of a page the task looks at the clock, which so tells of some hundred milliseconds.
    await remaining('/collections/operator-regions/items?asOf=2027-02-03&limit=1');
    expect(await remaining('/locate?lon=37&lat=56')).toBeLessThan(95);
  });

  it('takes a point for each look at the cases of reports, which no answer at hand tells', async () => {
    const { part } = await startReports({ dataDir: mkdtempSync(join(tmpdir(), 'limit-')) });
    const { address } = await startListening(test, {
      rateLimit: createRateLimit(1_000, atRest),
      reports: part,
    });
    for (const path of ['/api/v1/cases', '/ru/cases', '/en/cases.atom', '/ru/cases.json']) {
      expect((await fetch(address + path)).status).toBe(200);
    }
    const { headers } = await fetch(`${address}/api/v1/locate?lon=37&lat=55`);
    const remaining = Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);
    expect(remaining).toBeLessThanOrEqual(995);
  });

  it('refuses a question whose turn comes after others of its address used up the points', async () => {
    // The clock of the test moves each time it is looked at, which a task does between features.
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
      now = Math.min(now + 1, CLOCK_END);
      return now;
    });
    onTestFinished(() => clock.mockRestore());
    const { address } = await startListening(test, { rateLimit: createRateLimit(20, atRest) });
    const ask = async (day: number) => {
      const path = `/collections/operator-regions/items?asOf=2027-03-0${day}&limit=1`;
      return (await fetch(`${address}/api/v1${path}`)).status;
    };
    // One of them alone takes more points than there are.
    const statuses = await Promise.all([1, 2, 3, 4].map(ask));
    expect(statuses.sort()).toEqual([200, 429, 429, 429]);
  });

  it('counts the connections of a client that wait for an answer, and none that is idle', async () => {
    const { address } = await startListening(test, { rateLimit: createRateLimit(1_000, atRest) });
    const { port, hostname } = new URL(address);
    const open = Array.from({ length: 250 }, () => connect(Number(port), hostname));
    onTestFinished(() => {
      for (const socket of open) socket.destroy();
    });
    await Promise.all(open.map((socket) => once(socket, 'connect')));
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    // A body that is not sent keeps its request waiting.
    const head =
      'POST /api/v1/eligibility HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n';
    const [last, ...others] = open;
    for (const socket of others) socket.on('error', () => undefined).write(head);
    await vi.waitFor(() => expect(others.filter((socket) => socket.closed)).toHaveLength(49));
    last?.destroy();
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
    for (const socket of others) socket.destroy();
    await vi.waitFor(async () => expect((await fetch(`${address}/healthz`)).status).toBe(200));
  });

  it('refuses a page with a page in its language, and data with a document', async () => {
    const { address } = await startListening(test, { rateLimit: createRateLimit(0, atRest) });
    const ask = (path: string, accept: string) =>
      fetch(`${address}${path}`, { headers: { accept, 'accept-language': 'zh' } });
    const words = { '/ru/regions/RU-TA': 'ru', '/en/': 'en', '/': 'zh' };
    for (const [path, language] of Object.entries(words)) {
      const page = await ask(path, 'text/html,*/*;q=0.8');
      expect(page.status).toBe(429);
      expect(page.headers.get('content-type')).toMatch(/^text\/html/);
      expect(page.headers.get('content-language')).toBe(language);
      expect(page.headers.get('cache-control')).toBe('no-store');
      expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await page.text()).toContain(`<html lang="${language}`);
    }
    for (const [path, accept] of [
      ['/ru/', 'application/json'],
      ['/api/v1/locate?lon=37&lat=55', 'text/html'],
    ] as const) {
      const refused = await ask(path, accept);
      expect(refused.status).toBe(429);
      Problem.parse(await refused.json());
    }
  });

  it('does not keep the connection of one it refuses', async () => {
    const { address } = await startListening(test, { rateLimit: createRateLimit(0, atRest) });
    const refused = await fetch(`${address}/api/v1`);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('connection')).toBe('close');
  });
});
