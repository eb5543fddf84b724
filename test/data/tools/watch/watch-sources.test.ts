import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPoliteFetch } from '../../../../data/tools/watch/polite-fetch.ts';
import {
  createWatchState,
  exitStatusOf,
  type Watched,
  watchSources,
  watchSummary,
} from '../../../../data/tools/watch/watch-sources.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const page =
  (body: string, headers: Record<string, string> = {}): Handler =>
  (_, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers })
      .end(`<!doctype html><title>t</title><p>${body}</p>`);
  };

/** A server whose pages a test exchanges between two runs. */
class Misbehaving {
  readonly pages = new Map<string, Handler>();
  readonly asked: { path: string; headers: IncomingMessage['headers'] }[] = [];
  mostAtOnce = 0;
  #atOnce = 0;
  readonly #server: Server = createServer((request, response) => {
    this.asked.push({ path: request.url ?? '', headers: request.headers });
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#atOnce);
    response.on('close', () => this.#atOnce--);
    const handler = this.pages.get(request.url ?? '');
    if (handler === undefined) response.writeHead(404).end();
    else setTimeout(() => handler(request, response), 2);
  });
  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }
  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** Thirty megabytes in thirty kilobytes. */
const BOMB = gzipSync('a'.repeat(3e7));

const server = new Misbehaving();
beforeAll(async () => {
  await server.start();
});
afterAll(() => {
  server.stop();
});

/** Runs over pages as often as there are forms of them; answers the results of each run. */
async function runs(
  forms: readonly Readonly<Record<string, Handler>>[],
  origin = server.origin,
): Promise<Watched[][]> {
  const state = createWatchState(mkdtempSync(join(tmpdir(), 'watch-')));
  const paths = [...new Set(forms.flatMap((form) => Object.keys(form)))].filter(
    (path) => path !== '/robots.txt',
  );
  const sources = paths.map((path) => ({
    id: path.slice(1),
    url: origin + path,
    claimIds: [`claim-of-${path.slice(1)}`],
  }));
  const results: Watched[][] = [];
  for (const [index, form] of forms.entries()) {
    server.pages.clear();
    for (const [path, handler] of Object.entries(form)) server.pages.set(path, handler);
    const polite = createPoliteFetch({
      fetch,
      userAgent: 'watch-test',
      timeoutMs: 300,
      maxBytes: 100_000,
      pauseMs: 0,
      sleep: async () => {},
    });
    results.push(await watchSources(sources, polite, state, `2026-12-0${index + 1}`));
  }
  return results;
}

async function stateOfLast(...handlers: Handler[]): Promise<Watched | undefined> {
  const all = await runs(handlers.map((handler) => ({ '/page': handler })));
  return all.at(-1)?.[0];
}

const redirect =
  (status: number, to: string): Handler =>
  (_, response) => {
    response.writeHead(status, { location: to }).end();
  };

describe('watching sources', () => {
  it('says that a page is the same, whatever its scripts, menus and blanks do', async () => {
    expect(
      await stateOfLast(
        page('Тариф  для семьи'),
        page('Тариф для семьи</p><script>let visit = 17</script><nav>Новое</nav><p>'),
      ),
    ).toMatchObject({ state: 'same' });
  });

  it('tells a change in words, with the claims that hang on it', async () => {
    const watched = await stateOfLast(
      page('до 5 номеров</p><p>цена 500 ₽'),
      page('до 4 номеров</p><p>цена 500 ₽'),
    );
    expect(watched).toMatchObject({
      state: 'changed',
      difference: '- до 5 номеров\n+ до 4 номеров',
      claimIds: ['claim-of-page'],
    });
  });

  it('tells a change once', async () => {
    expect(await stateOfLast(page('a'), page('b'), page('b'))).toMatchObject({ state: 'same' });
  });

  it('asks with the tag and the day of the last time, and believes "not modified"', async () => {
    const tagged: Handler = (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else
        page('a', { etag: '"1"', 'last-modified': 'Mon, 30 Nov 2026 10:00:00 GMT' })(
          request,
          response,
        );
    };
    server.asked.length = 0;
    expect(await stateOfLast(tagged, tagged)).toMatchObject({ state: 'same' });
    expect(server.asked.at(-1)?.headers).toMatchObject({
      'if-none-match': '"1"',
      'if-modified-since': 'Mon, 30 Nov 2026 10:00:00 GMT',
    });
  });

  it('tells a page that is gone, once, and one that comes back changed', async () => {
    const gone: Handler = (_, response) => void response.writeHead(410).end();
    expect(await stateOfLast(page('a'), gone)).toMatchObject({
      state: 'gone',
      difference: 'the page is gone: status 410',
    });
    expect(await stateOfLast(page('a'), gone, gone)).toMatchObject({ state: 'failed' });
    expect(await stateOfLast(page('a'), gone, page('b'))).toMatchObject({ state: 'changed' });
  });

  it('tells a page that moved for good, once; a detour for now is none', async () => {
    const moved = { '/page': redirect(308, '/new'), '/new': page('a') };
    const detour = { '/page': redirect(302, '/new'), '/new': page('a') };
    const last = async (...forms: Record<string, Handler>[]) =>
      (await runs(forms)).at(-1)?.find(({ sourceId }) => sourceId === 'page');
    expect(await last({ '/page': page('a') }, moved)).toMatchObject({
      state: 'moved',
      difference: `moved to ${server.origin}/new`,
    });
    expect(await last({ '/page': page('a') }, moved, moved)).toMatchObject({ state: 'same' });
    expect(await last({ '/page': page('a') }, detour)).toMatchObject({ state: 'same' });
  });

  it('takes a server that is down for a while as not read, and as gone after four runs', async () => {
    const down: Handler = (_, response) => void response.writeHead(503).end();
    expect(await stateOfLast(page('a'), down)).toMatchObject({
      state: 'failed',
      reason: 'status 503',
    });
    expect(await stateOfLast(page('a'), down, down, down, page('a'))).toMatchObject({
      state: 'same',
    });
    expect(await stateOfLast(page('a'), down, down, down, down)).toMatchObject({ state: 'gone' });
  });

  it.each([
    ['never answers', () => {}, 'it did not come within 0.3 s'],
    [
      'sends a byte and stops',
      ((_, response) => void response.writeHead(200).write('a')) satisfies Handler,
      'it did not come within 0.3 s',
    ],
    ['hangs up', ((_, response) => void response.destroy()) satisfies Handler, 'other side closed'],
    ['redirects in a circle', redirect(302, '/page'), 'it was redirected more than 5 times'],
    ['redirects to a file', redirect(302, 'file:///etc/passwd'), 'it leads to file:'],
    ['announces more than it may', page('a', { 'content-length': '999999' }), ''],
    [
      'sends without end',
      ((_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        const more = () => {
          while (!response.destroyed && response.write('a'.repeat(10_000)));
        };
        response.on('drain', more);
        more();
      }) satisfies Handler,
      'it is larger than 100000 bytes',
    ],
    [
      'packs gigabytes into a little',
      ((_, response) =>
        void response
          .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
          .end(BOMB)) satisfies Handler,
      'it is larger than 100000 bytes',
    ],
  ] satisfies [string, Handler, string][])(
    'goes on when a server %s',
    async (_name, handler, reason) => {
      const results = (await runs([{ '/page': handler, '/fine': page('a') }])).at(-1) ?? [];
      expect(results.find(({ sourceId }) => sourceId === 'fine')).toMatchObject({ state: 'first' });
      const watched = results.find(({ sourceId }) => sourceId === 'page');
      expect(watched).toMatchObject({ state: 'failed' });
      expect(watched && 'reason' in watched ? watched.reason : '').toContain(reason);
    },
  );

  it.each([
    ['windows-1251 by its header', 'text/html; charset=windows-1251', ''],
    ['windows-1251 by its own word', 'text/html', '<meta charset="windows-1251">'],
  ])('reads %s', async (_name, type, meta) => {
    const bytes = Buffer.concat([
      Buffer.from(`<!doctype html>${meta}<p>`),
      Buffer.from([0xd2, 0xe0, 0xf0, 0xe8, 0xf4]),
    ]);
    const watched = await stateOfLast(
      page('Тариф'),
      (_request, response) => void response.writeHead(200, { 'content-type': type }).end(bytes),
    );
    expect(watched).toMatchObject({ state: 'same' });
  });

  it('tells another file where there is no text', async () => {
    const file =
      (text: string): Handler =>
      (_, response) =>
        void response.writeHead(200, { 'content-type': 'application/pdf' }).end(text);
    expect(await stateOfLast(file('a'), file('a'))).toMatchObject({ state: 'same' });
    expect(await stateOfLast(file('a'), file('b'))).toMatchObject({
      state: 'changed',
      difference: 'the file is another one; it has no text to compare',
    });
  });

  it('does what robots.txt asks, and reads nothing from a host whose robots.txt fails', async () => {
    const robots =
      (text: string): Handler =>
      (_, response) =>
        void response.writeHead(200, { 'content-type': 'text/plain' }).end(text);
    const [forbidden] = await runs([
      {
        '/robots.txt': robots('User-agent: *\nDisallow: /page'),
        '/page': page('a'),
        '/fine': page('a'),
      },
    ]);
    expect(forbidden?.map(({ state }) => state)).toEqual(['forbidden', 'first']);
    const [failing] = await runs([
      { '/robots.txt': (_, response) => void response.writeHead(500).end(), '/page': page('a') },
    ]);
    expect(failing).toMatchObject([{ state: 'failed' }]);
  });

  it('asks one page of a host at a time, and robots.txt once', async () => {
    server.asked.length = 0;
    server.mostAtOnce = 0;
    await runs([
      Object.fromEntries(
        Array.from({ length: 20 }, (_, index) => [`/p${index}`, page(`${index}`)]),
      ),
    ]);
    expect(server.mostAtOnce).toBe(1);
    expect(server.asked.filter(({ path }) => path === '/robots.txt')).toHaveLength(1);
  });

  it('waits as long between two pages as robots.txt asks', async () => {
    const pauses: number[] = [];
    server.pages.clear();
    server.pages.set(
      '/robots.txt',
      (_, response) => void response.writeHead(200).end('User-agent: *\nCrawl-delay: 7'),
    );
    server.pages.set('/a', page('a'));
    const polite = createPoliteFetch({
      fetch,
      userAgent: 'watch-test',
      timeoutMs: 300,
      maxBytes: 1_000,
      pauseMs: 1_000,
      sleep: async (milliseconds) => void pauses.push(milliseconds),
    });
    await polite.get(`${server.origin}/a`);
    expect(pauses).toEqual([1_000, 7_000]);
  });

  it('says in words what to look at, and to a scheduler whether there is anything', async () => {
    const [, second = []] = await runs([
      { '/a': page('a'), '/b': page('b') },
      { '/a': page('a'), '/b': page('c') },
    ]);
    expect(watchSummary(second)).toBe(
      `2 sources: 1 the same, 0 new, 1 changed, 0 moved, 0 gone, 0 not read, 0 not allowed.\n\nChanged:\n  b  ${server.origin}/b\n    claims: claim-of-b\n    - b\n    + c`,
    );
    expect(exitStatusOf(second)).toBe(2);
    expect(exitStatusOf(second.slice(0, 1))).toBe(0);
  });
});
