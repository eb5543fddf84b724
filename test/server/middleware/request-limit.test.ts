import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Problem } from '../../../server/middleware/problem.ts';
import { createRateLimit } from '../../../server/middleware/request-limit.ts';
import { startListening } from '../start-listening.ts';
import { createTestApp, type TestApp } from '../test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

describe('the rate limit', () => {
  it('counts requests per address and refuses what goes beyond', async () => {
    const { address } = await startListening(test, { rateLimit: createRateLimit(2, Date.now) });
    const first = await fetch(`${address}/api/v1`);
    expect(first.headers.get('ratelimit-policy')).toBe('"default";q=2;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"default";r=1;t=\d+$/);
    await fetch(`${address}/api/v1`);
    const third = await fetch(`${address}/api/v1`);
    expect(third.status).toBe(429);
    expect(third.headers.get('access-control-expose-headers')).toMatch(/Retry-After/);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
    Problem.parse(await third.json());
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
  });

  it('counts an IPv6 network as one client, however its addresses are written', () => {
    const limit = createRateLimit(2, Date.now);
    const isRefused = (address: string) => limit.take(address).exceeded;
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
      if (isCostly) now += 110;
      return now;
    });
    onTestFinished(() => clock.mockRestore());
    const { address } = await startListening(test, {
      rateLimit: createRateLimit(100, Date.now),
      onRequest: ({ incoming }) => {
        isCostly = incoming.url?.includes('asOf') ?? false;
      },
    });
    const remaining = async (path: string) => {
      const { headers } = await fetch(`${address}/api/v1${path}`);
      return Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);
    };
    expect(await remaining('/conformance')).toBe(99);
    expect(await remaining('/collections/operator-regions/items?asOf=2027-02-03&limit=1')).toBe(98);
    expect(await remaining('/conformance')).toBe(93);
  });

  it('takes points for what is encoded on another thread', async () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
    onTestFinished(() => clock.mockRestore());
    const { address } = await startListening(test, { rateLimit: createRateLimit(100, Date.now) });
    const remaining = async (path: string, coding: string) => {
      const { headers } = await fetch(`${address}/api/v1${path}`, {
        headers: { 'accept-encoding': coding },
      });
      return Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);
    };
    const regions = '/collections/regions/items?limit=83';
    expect(await remaining(regions, 'identity')).toBe(99);
    expect(await remaining(regions, 'br')).toBe(98);
    expect(await remaining('/conformance', 'identity')).toBeLessThan(95);
  });

  it('lets no client hold all connections, and gives one back with each that ends', async () => {
    const { address } = await startListening(test, { rateLimit: createRateLimit(100, Date.now) });
    const { port, hostname } = new URL(address);
    const open = Array.from({ length: 200 }, () => connect(Number(port), hostname));
    onTestFinished(() => {
      for (const socket of open) socket.destroy();
    });
    await Promise.all(open.map((socket) => once(socket, 'connect')));
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
    const [first] = open;
    const ended = first && once(first, 'close');
    first?.end('GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n').resume();
    await ended;
    await vi.waitFor(async () => expect((await fetch(`${address}/healthz`)).status).toBe(200));
  });

  it('does not keep the connection of one it refuses', async () => {
    const { address } = await startListening(test, { rateLimit: createRateLimit(0, Date.now) });
    const refused = await fetch(`${address}/api/v1`);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('connection')).toBe('close');
  });

  it('refuses a question whose turn comes after others of its address used up the points', async () => {
    // Each look at the clock takes eight points: two for the heads, the third for the first answer.
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 200));
    onTestFinished(() => clock.mockRestore());
    let heads = 0;
    let tell: () => void;
    const bothArrived = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const { address } = await startListening(test, {
      rateLimit: createRateLimit(20, Date.now),
      onRequest: () => {
        if (++heads === 2) tell();
      },
    });
    const posts = [1, 2].map(() =>
      request(`${address}/api/v1/locate`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      }),
    );
    const statuses = posts.map(async (post) => {
      const [response] = await once(post, 'response');
      response.resume();
      return response.statusCode;
    });
    for (const post of posts) post.write('{"points":');
    await bothArrived;
    for (const post of posts) post.end('[[49.1,55.8]]}');
    expect((await Promise.all(statuses)).sort()).toEqual([200, 429]);
  });
});
