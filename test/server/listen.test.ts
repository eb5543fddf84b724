import { once } from 'node:events';
import { maxHeaderSize, request, ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { EXAMPLE_HOUSEHOLD } from '../../server/api/routes/eligibility-routes.ts';
import { Problem } from '../../server/middleware/problem.ts';
import { createWorkCounter } from '../load/counted-work.ts';
import { startListening } from './start-listening.ts';
import { createTestApp, type TestApp } from './test-app.ts';

/** Blocks entered for ten thousand pieces of a body; see `test/load`. */
const MOST_WORK_OF_PIECES = 100_000;

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

function connectTo(address: string): Socket {
  const { port, hostname } = new URL(address);
  // An end of the connection in the middle of something is what these tests are about.
  return connect(Number(port), hostname).on('error', () => undefined);
}

/** Sends bytes as they are and reads all that comes back until the service ends the connection. */
async function sendRaw(address: string, bytes: string): Promise<string> {
  const socket = connectTo(address);
  socket.write(bytes);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

/** Resolves when a connection is closed, or has been. */
async function closingOf(socket: Socket): Promise<void> {
  if (!socket.closed) await new Promise<void>((resolve) => socket.once('close', () => resolve()));
}

describe('a listening service', () => {
  it('sends parts of a download over a real socket', async () => {
    const { address } = await startListening(test);
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
    [
      'a Host longer than any name',
      `GET /api/v1 HTTP/1.1\r\nHost: ${'a.'.repeat(150)}b\r\nConnection: close\r\n\r\n`,
      400,
    ],
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
    const { address } = await startListening(test);
    const answer = await sendRaw(address, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(/application\/problem\+json/i);
    expect(Problem.parse(JSON.parse(body)).status).toBe(status);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
  });

  it('names the limit where an address is too long', async () => {
    const { address } = await startListening(test);
    const filter = encodeURIComponent(
      JSON.stringify({ op: 'and', args: Array(1_000).fill({ op: 'isNull', args: ['verdict'] }) }),
    );
    const path = `/api/v1/collections/regions/items?filter-lang=cql2-json&filter=${filter}`;
    const response = await fetch(`${address}${path}`);
    expect(response.status).toBe(431);
    expect(await response.text()).toContain(`at most ${maxHeaderSize} bytes`);
  });

  it('cuts off a reader who takes too long over an answer', async () => {
    const file = '/downloads/regions.geojson';
    const head = await test.app.request(file, { method: 'HEAD' });
    const length = Number(head.headers.get('content-length'));
    // Several times what the system's buffers between the two hold.
    const times = Math.ceil(40_000_000 / length);
    const { address, arrived } = await startListening(test, { sendingTimeout: 300 });
    const socket = connectTo(address);
    socket.write(`GET ${file} HTTP/1.1\r\nHost: a\r\n\r\n`.repeat(times));
    socket.pause();
    await closingOf(await arrived);
    const closing = closingOf(socket);
    socket.resume();
    await closing;
    expect(socket.bytesRead).toBeLessThan(times * length);
  });

  it('answers what a client sends ahead one after another', async () => {
    const taken: ServerResponse[] = [];
    const unsent: boolean[] = [];
    const { address } = await startListening(test, {
      onRequest: ({ outgoing }) => {
        if (!(outgoing instanceof ServerResponse)) return;
        unsent.push(taken.some((before) => !before.writableFinished));
        taken.push(outgoing);
      },
    });
    const paths = ['/api/v1', '/api/v1/operators/mts', '/ru/', '/api/v1', '/downloads/regions.csv'];
    const ahead = paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`).join('');
    const answer = await sendRaw(
      address,
      `${ahead}GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
    );
    expect(answer.match(/HTTP\/1.1 200/g)).toHaveLength(6);
    expect(unsent).toEqual(Array(6).fill(false));
  });

  it('answers all that a client has sent ahead of ending its side', async () => {
    const { address } = await startListening(test);
    const socket = connectTo(address);
    socket.end('GET /api/v1 HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(5));
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    expect(answer.match(/HTTP\/1.1 200/g)).toHaveLength(5);
  });

  it('passes over an expectation that means nothing to it', async () => {
    const { address } = await startListening(test);
    const answer = await sendRaw(
      address,
      'GET /api/v1 HTTP/1.1\r\nHost: a\r\nExpect: tea\r\nConnection: close\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
  });

  it('cuts off a client that sends more ahead than anybody needs', async () => {
    let taken = 0;
    const { address } = await startListening(test, {
      onRequest: () => taken++,
    });
    await sendRaw(address, 'GET /api/v1 HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(500));
    expect(taken).toBeLessThan(500);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
  });

  it('refuses a body that comes byte by byte', async () => {
    const { address } = await startListening(test);
    const answer = await sendRaw(
      address,
      `POST /api/v1/locate HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${'1\r\n \r\n'.repeat(10_000)}`,
    );
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    expect(answer).toMatch(/^connection: close/im);
  });

  it('takes no more work to refuse it than a page takes, since all bytes of it may come at once', async () => {
    const { address } = await startListening(test);
    const counter = createWorkCounter();
    onTestFinished(() => counter.stop());
    const head =
      'POST /api/v1/locate HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
    const workOf = async (pieces: number) => {
      counter.take();
      await sendRaw(address, `${head}${'1\r\n \r\n'.repeat(pieces)}`);
      return counter.take();
    };
    await workOf(5_000);
    expect(await workOf(10_000)).toBeLessThan(MOST_WORK_OF_PIECES);
  });

  it.each(['GET /healthz', 'GET /api/v1', 'HEAD /api/v1', 'PUT /api/v1'])(
    'does not go on reading the body of %s',
    async (line) => {
      const { address } = await startListening(test);
      // The body never ends: only the service can end the connection.
      const answer = await sendRaw(
        address,
        `${line} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n \r\n`,
      );
      const [head] = answer.split('\r\n\r\n');
      expect(head).toMatch(/^HTTP\/1.1 (200|405) /);
      expect(head).toMatch(/^connection: close/im);
    },
  );

  it('does not take a body that breaks off for its own error', async () => {
    const { address, arrived } = await startListening(test);
    const socket = connectTo(address);
    socket.write(
      'POST /api/v1/locate HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{',
    );
    const serverSide = await arrived;
    socket.destroy();
    await closingOf(serverSide);
    // What follows the break is over by the time that another request has gone there and back.
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect(test.faults).toEqual([]);
  });

  it('finishes the running request when told to stop, then takes no more', async () => {
    const { address, arrived, stop } = await startListening(test);
    const body = JSON.stringify(EXAMPLE_HOUSEHOLD);
    const post = request(`${address}/api/v1/eligibility`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    });
    post.write(body.slice(0, 10));
    await arrived;
    const stopped = stop();
    post.end(body.slice(10));
    const [response] = await once(post, 'response');
    expect(response.statusCode).toBe(200);
    response.resume();
    await stopped;
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
  });
});
