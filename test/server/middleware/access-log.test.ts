import { once } from 'node:events';
import { connect } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE_HOUSEHOLD } from '../../../server/api/routes/eligibility-routes.ts';
import { createAccessLog } from '../../../server/middleware/access-log.ts';
import { startListening } from '../start-listening.ts';
import { createTestApp, type TestApp } from '../test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});

const NOW = Date.parse('2026-11-23T10:00:00Z');

const entriesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line));

describe('the access log', () => {
  it('notes requests without anything of the people in them', async () => {
    let text = '';
    const log = createAccessLog(
      (bytes) => {
        text += Buffer.from(bytes).toString();
      },
      () => NOW,
    );
    const { address, stop } = await startListening(test, { log });
    const ask = async (path: string, init?: RequestInit) => {
      const response = await fetch(`${address}/api/v1${path}`, init);
      await response.arrayBuffer();
    };
    await ask('/eligibility?region=RU-TA&members=4&children=2');
    await ask('/eligibility?secret=Ivanov');
    await ask('/eligibility', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(EXAMPLE_HOUSEHOLD),
    });
    await ask('/locate?lon=37.123456&lat=55.654321');
    await ask('/numbering/+7%20916%20123-45-67');
    await ask('/numbering/9161234567');
    await ask('/locate/37.123456,55.654321');
    await ask('/%37%39%31%36%31%32%33/%D0%98%D0%B2%D0%B0%D0%BD');
    await stop();
    log.flush();
    const entries = entriesOf(text);
    expect(entries.map(({ method, path, status }) => [method, path, status])).toEqual([
      ['GET', '/api/v1/eligibility', 200],
      ['GET', '/api/v1/eligibility', 400],
      ['POST', '/api/v1/eligibility', 200],
      ['GET', '/api/v1/locate', 200],
      ['GET', '/api/v1/numbering/*', 400],
      ['GET', '/api/v1/numbering/*', 400],
      ['GET', '/api/v1/locate/*.*.*', 404],
      ['GET', '/api/v1/*/*', 404],
    ]);
    for (const { ms, ...entry } of entries) {
      expect(ms).toEqual(expect.any(Number));
      expect(Object.keys(entry).sort()).toEqual(['method', 'path', 'status', 'time']);
      // Not among them the milliseconds: a slow answer can take 916 of them.
      expect(JSON.stringify(entry)).not.toMatch(
        /members|children|Ivanov|mother|son-watch|37\.1234|916|%3|127\.0\.0\.1|RU-TA/,
      );
    }
  });

  it('tells nobody when a report was sent or a case was looked at, only that the service failed', () => {
    let text = '';
    const log = createAccessLog(
      (bytes) => {
        text += Buffer.from(bytes).toString();
      },
      () => NOW,
    );
    const paths = [
      '/api/v1/reports',
      '/api/v1/reports/challenge',
      '/api/v1/cases',
      '/api/v1/cases/26-7K3M-4/thread',
      '/ru/cases/26-7K3M-4',
      '/zh/cases.atom',
      '/en/report',
      '/desk',
      '/en/desk/cases/26-7K3M-4',
    ];
    for (const status of [200, 201, 303, 404, 429, 499])
      for (const path of paths) log.note({ method: 'POST', path, status, milliseconds: 1 });
    log.note({ method: 'GET', path: '/api/v1/casework', status: 404, milliseconds: 1 });
    for (const path of paths) log.note({ method: 'POST', path, status: 503, milliseconds: 1 });
    log.flush();
    const noted = entriesOf(text).map(({ path, status }) => [path, status]);
    expect(noted).toEqual([['/api/v1/casework', 404], ...paths.map(() => ['/reports/*', 503])]);
  });

  it('notes a request that nobody waited for as unanswered, and nothing of its address', async () => {
    let text = '';
    const log = createAccessLog(
      (bytes) => {
        text += Buffer.from(bytes).toString();
      },
      () => NOW,
    );
    const { address, arrived, stop } = await startListening(test, { log });
    const { port, hostname } = new URL(address);
    const socket = connect(Number(port), hostname);
    socket.write(
      'POST /api/v1/locate HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{',
    );
    const serverSide = await arrived;
    socket.destroy();
    if (!serverSide.closed) await once(serverSide, 'close');
    await stop();
    log.flush();
    expect(entriesOf(text)).toMatchObject([{ path: '/api/v1/locate', status: 499 }]);
  });

  it('writes every line whole, however many there are', () => {
    const written: Uint8Array[] = [];
    const log = createAccessLog(
      (bytes) => written.push(bytes),
      () => NOW,
    );
    const path = '/ы"\u0001'.repeat(60);
    for (let index = 0; index < 1_200; index++) {
      log.note({ method: 'GET', path, status: 200, milliseconds: index });
    }
    log.note({ method: 'GET', path: '/ru/regions/RU-TA', status: 200, milliseconds: 0.26 });
    log.flush();
    const entries = entriesOf(Buffer.concat(written).toString());
    const last = entries.pop();
    expect(entries.map(({ ms }) => ms)).toEqual(Array.from({ length: 1_200 }, (_, i) => i));
    expect(new Set(entries.map(({ path: noted }) => noted))).toEqual(new Set([path.slice(0, 200)]));
    expect(last).toEqual({
      time: '2026-11-23T10:00:00.000Z',
      method: 'GET',
      path: '/ru/regions/RU-TA',
      status: 200,
      ms: 0.3,
    });
  });
});
