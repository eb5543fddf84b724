import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, type RunningServer } from '../../../server/listen.ts';
import { createTestApp, type TestApp } from '../test-app.ts';

let test: TestApp;
let short: RunningServer;
let long: RunningServer;
let taken = 0;
beforeAll(async () => {
  test = await createTestApp({ origin: 'http://example.org' });
  const { app, shortWay, refuse } = test;
  const place = { port: 0, host: '127.0.0.1', refuse };
  long = await listen(app, place);
  short = await listen(app, {
    ...place,
    shortWay: (...given) => {
      const done = shortWay(...given);
      if (done) taken++;
      return done;
    },
  });
});
afterAll(async () => {
  await Promise.all([short.stop(), long.stop()]);
});

/** The answer with all that a client sees of it, but for the clock. */
function ask({ port }: RunningServer, path: string, headers: Record<string, string>) {
  return new Promise<object>((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path, headers }, (response) => {
      const { date: _date, ...fields } = response.headers;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString('base64');
        resolve({ status: response.statusCode, fields, body });
      });
    });
    sent.on('error', reject).end();
  });
}

describe('the short way', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['/api/v1', {}, true],
    ['/api/v1/locate?lon=49.1&lat=55.8', {}, true],
    ['/api/v1/eligibility?region=RU-TA&operator=mts', { accept: 'application/json' }, true],
    ['/api/v1/eligibility?region=RU-TA&operator=mts', { accept: 'text/plain' }, true],
    ['/api/v1/collections/regions/items?type=krai&limit=2', { accept: 'text/html' }, true],
    ['/api/v1/places?q=%D0%9A%D0%B0%D0%B7%D0%B0%D0%BD%D1%8C', {}, true],
    ['/downloads/regions.csv', {}, true],
    ['/downloads/regions.geojson', { 'accept-encoding': 'br' }, true],
    ['/downloads/regions.geojson', { range: 'bytes=0-9' }, true],
    ['/downloads/regions.geojson', { range: 'bytes=999999999-' }, false],
    ['/downloads/regions.geojson', { 'if-none-match': '*' }, true],
    ['/downloads/nothing.txt', {}, false],
    ['/downloads/../package.json', {}, false],
    ['/api/v1/locate?lon=abc', {}, false],
    ['/api/v1/locate?lon=1&lat=2&lat=3', {}, false],
    ['/api/v1/eligibility?region=RU-XXX', {}, false],
    ['/api/v1/eligibility?region=RU-TA', { accept: 'image/png' }, false],
    ['/api/v1/operators/mts', {}, false],
    ['/ru/', {}, false],
  ])('answers %s with %o as the long way does', async (path, headers, isShort) => {
    taken = 0;
    const [one, other] = [await ask(short, path, headers), await ask(long, path, headers)];
    expect(one).toEqual(other);
    expect(taken).toBe(isShort ? 1 : 0);
  });
});
