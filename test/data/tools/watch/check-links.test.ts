import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLinks } from '../../../../data/tools/watch/check-links.ts';

let server: Server;
let origin = '';
const agents = new Set<string | undefined>();

beforeAll(async () => {
  server = createServer((request, response) => {
    agents.add(request.headers['user-agent']);
    if (request.url === '/never') return;
    if (request.url === '/moved') response.setHeader('location', '/fine');
    const status = { '/gone': 404, '/refused': 403, '/broken': 500, '/moved': 301 }[
      request.url ?? ''
    ];
    response.writeHead(status ?? 200).end('text');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address === 'object' && address !== null) origin = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** So long that what is answered at all is answered in time, on any machine. */
const PATIENCE = 200_000;

function check(paths: string[], timeout = PATIENCE) {
  const sources = paths.map((path) => ({ id: path.slice(1), url: `${origin}${path}` }));
  return checkLinks(sources, { fetch, timeout, concurrency: 2, userAgent: 'link check' });
}

describe('checking the addresses of sources', () => {
  it('tells what became of each, in order of ids', async () => {
    const results = await check(['/moved', '/gone', '/fine', '/refused', '/broken']);
    expect(results.map(({ sourceId, state }) => `${sourceId} ${state}`)).toEqual([
      'broken failed',
      'fine fine',
      'gone gone',
      'moved moved',
      'refused refused',
    ]);
    expect(results[3]?.detail).toBe(`now at ${origin}/fine`);
  });

  it('gives up an address that never answers', async () => {
    const [result] = await check(['/never'], 50);
    expect(result?.state).toBe('failed');
    expect(result?.detail).toMatch(/timeout/);
  });

  it('reports a host that does not answer instead of throwing', async () => {
    const sources = [{ id: 'nowhere', url: 'http://127.0.0.1:9/' }];
    const options = { fetch, timeout: PATIENCE, concurrency: 1, userAgent: 'link check' };
    expect(await checkLinks(sources, options)).toMatchObject([{ state: 'failed' }]);
  });

  it('says who asks and asks no more at once than it was told', async () => {
    let open = 0;
    let mostOpen = 0;
    const counting: typeof fetch = async (...request) => {
      open += 1;
      mostOpen = Math.max(mostOpen, open);
      const response = await fetch(...request);
      open -= 1;
      return response;
    };
    const sources = ['1', '2', '3', '4', '5', '6'].map((id) => ({ id, url: `${origin}/${id}` }));
    const options = { fetch: counting, timeout: PATIENCE, concurrency: 3, userAgent: 'link check' };
    await checkLinks(sources, options);
    expect(mostOpen).toBe(3);
    expect([...agents]).toEqual(['link check']);
  });
});
