import { beforeAll, describe, expect, it } from 'vitest';
import { createAccessLog } from '../../server/http/access-log.ts';
import { EXAMPLE_HOUSEHOLD } from '../../server/routes/example-household.ts';
import { startListening } from './start-listening.ts';
import { createTestApp, type TestApp } from './test-app.ts';

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
      (written) => {
        text += written;
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
    await stop();
    const entries = entriesOf(text);
    expect(entries.map(({ method, path, status }) => [method, path, status])).toEqual([
      ['GET', '/api/v1/eligibility', 200],
      ['GET', '/api/v1/eligibility', 400],
      ['POST', '/api/v1/eligibility', 200],
      ['GET', '/api/v1/locate', 200],
      ['GET', '/api/v1/numbering/*', 400],
    ]);
    for (const { ms, ...entry } of entries) {
      expect(ms).toEqual(expect.any(Number));
      expect(Object.keys(entry).sort()).toEqual(['method', 'path', 'status', 'time']);
      // Not among them the milliseconds: a slow answer can take 916 of them.
      expect(JSON.stringify(entry)).not.toMatch(
        /members|children|Ivanov|mother|son-watch|37\.1234|916|127\.0\.0\.1|RU-TA/,
      );
    }
  });

  it('writes every line whole, however many there are', () => {
    const written: string[] = [];
    const log = createAccessLog(
      (text) => written.push(text),
      () => NOW,
    );
    const path = '/ы"\u0001'.repeat(60);
    for (let index = 0; index < 1_200; index++) {
      log.note({ method: 'GET', path, status: index, milliseconds: 0.26 });
    }
    log.flush();
    const entries = entriesOf(written.join(''));
    expect(entries.map(({ status }) => status)).toEqual(Array.from({ length: 1_200 }, (_, i) => i));
    expect(new Set(entries.map(({ path: noted }) => noted))).toEqual(new Set([path.slice(0, 200)]));
    expect(entries[0]).toMatchObject({ ms: 0.3, time: '2026-11-23T10:00:00.000Z' });
  });
});
