import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createAccessLog } from '../../server/http/access-log.ts';
import { createRateLimit } from '../../server/http/rate-limit.ts';
import { type ListenOptions, listen, type RunningServer } from '../../server/listen.ts';
import { Problem } from '../../server/problem.ts';
import { EXAMPLE_HOUSEHOLD } from '../../server/routes/example-household.ts';
import { createTestApp, type TestApp } from './test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
}, 60_000);

let running: RunningServer | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

async function start(options: Partial<ListenOptions> = {}): Promise<string> {
  const { app, shortWay, refuse } = test;
  running = await listen(app, { port: 0, host: '127.0.0.1', shortWay, refuse, ...options });
  return `http://127.0.0.1:${running.port}`;
}

/** Sends bytes as they are and reads all that comes back. */
async function sendRaw(address: string, bytes: string): Promise<string> {
  const { port, hostname } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.end(bytes);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

describe('a listening service', () => {
  it('sends parts of a download over a real socket', async () => {
    const address = await start();
    const response = await fetch(`${address}/downloads/regions.geojson`, {
      headers: { range: 'bytes=0-15' },
    });
    expect(response.status).toBe(206);
    expect(await response.text()).toHaveLength(16);
  });

  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    [
      'header fields without end',
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`,
      431,
    ],
    [
      'an address of 20,000 characters',
      `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
      431,
    ],
    ['a Host that is none', 'GET /api/v1 HTTP/1.1\r\nHost: a b/\r\nConnection: close\r\n\r\n', 400],
    [
      'two lengths of a body',
      'POST /api/v1/locate HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      400,
    ],
    ['no Host', 'GET /api/v1 HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['two Hosts', 'GET /api/v1 HTTP/1.1\r\nHost: a\r\nhost: b\r\nConnection: close\r\n\r\n', 400],
    ['a Host with a quote', 'GET /api/v1 HTTP/1.1\r\nHost: a"b\r\nConnection: close\r\n\r\n', 400],
    ['a Host for a shell', "GET /api/v1 HTTP/1.1\r\nHost: a';b\r\nConnection: close\r\n\r\n", 400],
    [
      'an address with a strange origin',
      'GET http://a{b}/api/v1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
      400,
    ],
    ['a line break within a field', 'GET /api/v1 HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n', 400],
  ])('answers %s with a problem document and goes on', async (_name, bytes, status) => {
    const address = await start();
    const answer = await sendRaw(address, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(/application\/problem\+json/i);
    expect(Problem.parse(JSON.parse(body)).status).toBe(status);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
  });

  it('counts requests per address and refuses what goes beyond', async () => {
    const address = await start({ rateLimit: createRateLimit(2) });
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

  it('counts an IPv6 network as one client, however its addresses are written', async () => {
    const limit = createRateLimit(2);
    const isRefused = async (address: string) => (await limit.take(address)).exceeded;
    await limit.take('2001:db8::1');
    await limit.take('2001:db8:0:0:ffff::2');
    expect(await isRefused('2001:db8::3')).toBe(true);
    expect(await isRefused('2001:db8:1::1')).toBe(false);
    expect(await isRefused('2001:db8:0:1::1')).toBe(false);
    expect(await isRefused('::1')).toBe(false);
  });

  it('takes more from an address whose questions take long to answer', async () => {
    const address = await start({ rateLimit: createRateLimit(100) });
    const remaining = async (path: string, init?: RequestInit) => {
      const { headers } = await fetch(`${address}/api/v1${path}`, init);
      return Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);
    };
    expect(await remaining('/conformance')).toBe(99);
    // Verdicts of a day that nobody has asked for before: 26 operators in 83 regions.
    await remaining('/collections/operator-regions/items?asOf=2027-02-03&limit=1');
    expect(await remaining('/conformance')).toBeLessThan(97);
  });

  it('cuts off a reader who stops reading', async () => {
    const address = await start({ stallTimeout: 300 });
    const { port, hostname } = new URL(address);
    const socket = connect(Number(port), hostname);
    socket.write('GET /downloads/regions.geojson HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(10));
    socket.pause();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    socket.on('error', () => undefined);
    socket.resume();
    await once(socket, 'close');
    expect(socket.bytesRead).toBeLessThan(20_000_000);
  });

  it('does not take a body that breaks off for its own mistake', async () => {
    const address = await start();
    const { port, hostname } = new URL(address);
    const socket = connect(Number(port), hostname);
    socket.write(
      'POST /api/v1/locate HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{',
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(test.faults).toEqual([]);
  });

  it('notes requests without anything of the people in them', async () => {
    let log = '';
    const address = await start({
      log: createAccessLog((text) => {
        log += text;
      }, Date.now),
    });
    await fetch(`${address}/api/v1/eligibility?region=RU-TA&members=4&children=2`);
    await fetch(`${address}/api/v1/eligibility?secret=Ivanov`);
    await fetch(`${address}/api/v1/eligibility`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(EXAMPLE_HOUSEHOLD),
    });
    await fetch(`${address}/api/v1/locate?lon=37.123456&lat=55.654321`);
    await fetch(`${address}/api/v1/numbering/+7%20916%20123-45-67`);
    await running?.stop();
    running = undefined;
    const lines = log
      .trim()
      .split('\n')
      .map((line): Record<string, unknown> => JSON.parse(line));
    expect(lines.map(({ method, path, status }) => [method, path, status])).toEqual([
      ['GET', '/api/v1/eligibility', 200],
      ['GET', '/api/v1/eligibility', 400],
      ['POST', '/api/v1/eligibility', 200],
      ['GET', '/api/v1/locate', 200],
      ['GET', '/api/v1/numbering/*', 400],
    ]);
    expect(log).not.toMatch(
      /members|children|Ivanov|mother|son-watch|37\.1234|916|127\.0\.0\.1|RU-TA/,
    );
    expect(Object.keys(lines[0] ?? {}).sort()).toEqual(['method', 'ms', 'path', 'status', 'time']);
  });

  it('writes every line of its log whole, however many there are', () => {
    const written: string[] = [];
    const log = createAccessLog((text) => written.push(text), Date.now);
    const path = '/ы"\u0001'.repeat(60);
    for (let index = 0; index < 1_200; index++) {
      log.note({ method: 'GET', path, status: index, milliseconds: 0.26 });
    }
    log.flush();
    const lines = written.join('').trimEnd().split('\n');
    const entries = lines.map((line): Record<string, unknown> => JSON.parse(line));
    expect(entries.map(({ status }) => status)).toEqual(Array.from({ length: 1_200 }, (_, i) => i));
    expect(new Set(entries.map(({ path: noted }) => noted))).toEqual(new Set([path.slice(0, 200)]));
    expect(entries[0]).toMatchObject({ ms: 0.3 });
  });

  it('finishes the running request when told to stop, then takes no more', async () => {
    const address = await start();
    const { port } = new URL(address);
    const body = JSON.stringify(EXAMPLE_HOUSEHOLD);
    const post = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/api/v1/eligibility',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    });
    post.write(body.slice(0, 10));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stopped = running?.stop();
    running = undefined;
    post.end(body.slice(10));
    const [response] = await once(post, 'response');
    expect(response.statusCode).toBe(200);
    response.resume();
    await stopped;
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
  });
});
