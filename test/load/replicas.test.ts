import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningService, startService } from '../start-service.ts';

const ROOT = join(import.meta.dirname, '../..');
const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', 'nginx'].find(
  (path) => spawnSync(path, ['-v']).error === undefined,
);

/** What readers of a day ask for, most of it again and again: a few pages and files make up nearly all of it. */
const DAY = [
  '/ru/',
  '/en/',
  '/zh/',
  '/ru/check',
  '/ru/guide',
  '/ru/regions/RU-MOW',
  '/ru/regions/RU-TA',
  '/api/v1/eligibility?region=RU-MOW',
  '/api/v1/collections/regions/items?limit=10',
  '/api/v1/conformance',
  '/downloads/regions.csv',
  '/downloads/index.json',
];
const ROUNDS = 40;

/** The same two instances behind the proxy's own configuration, with the nginx of this machine. */
describe('two replicas behind a proxy', () => {
  let replicas: RunningService[] = [];
  let proxy: ChildProcess | undefined;
  let folder = '';
  let origin = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'replicas-'));
    const environment = { PUBLIC_ORIGIN: 'http://map.example', REPORTS: 'off' };
    replicas = await Promise.all([startService(environment), startService(environment)]);
    if (NGINX === undefined) return;
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    const [first = '', second = ''] = replicas.map((replica) => new URL(replica.origin).host);
    const values: Readonly<Record<string, string>> = {
      CACHE_DIR: join(folder, 'cache'),
      LISTEN: `127.0.0.1:${port}`,
      REPLICA_1: first,
      REPLICA_2: second,
    };
    const site = (await readFile(join(ROOT, 'operations/nginx.conf'), 'utf8'))
      .replaceAll(/\$\{([A-Z\d_]+)\}/g, (_, name: string) => values[name] ?? '')
      // The test is one client in a hurry.
      .replace('rate=20r/s', 'rate=1000r/s');
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((kind) => `${kind}_temp_path ${join(folder, kind)};`)
      .join('\n');
    // The workers write to a folder of whoever runs the test.
    const user = process.getuid?.() === 0 ? 'user root;' : '';
    const main = `daemon off; ${user} pid ${join(folder, 'pid')}; error_log ${join(folder, 'error.log')};
events {} http { access_log off; ${temporary}
${site} }`;
    await writeFile(join(folder, 'nginx.conf'), main);
    proxy = spawn(NGINX, ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'start.log')]);
    await vi.waitFor(async () => expect((await fetch(`${origin}/healthz`)).status).toBe(200), {
      timeout: 20_000,
    });
  });

  afterAll(async () => {
    proxy?.kill('SIGQUIT');
    await Promise.all(replicas.map((replica) => replica.stop()));
    await rm(folder, { recursive: true, force: true });
  });

  it('give the same bytes under the same validators', async () => {
    for (const path of DAY) {
      const [one, other] = await Promise.all(
        replicas.map(async (replica) => {
          const response = await fetch(replica.origin + path, {
            headers: { 'accept-encoding': 'gzip' },
          });
          return { etag: response.headers.get('etag'), text: await response.text() };
        }),
      );
      expect(one, path).toEqual(other);
    }
  });

  it.runIf(NGINX !== undefined)('are asked for a twentieth of a day at most', async () => {
    const seen: Record<string, number> = {};
    for (let round = 0; round < ROUNDS; round++) {
      for (const path of DAY) {
        const response = await fetch(origin + path, { headers: { 'accept-encoding': 'gzip' } });
        await response.arrayBuffer();
        expect(response.status).toBe(200);
        const status = response.headers.get('x-cache') ?? 'none';
        seen[status] = (seen[status] ?? 0) + 1;
      }
    }
    const fromReplicas =
      DAY.length * ROUNDS - (seen.HIT ?? 0) - (seen.STALE ?? 0) - (seen.REVALIDATED ?? 0);
    expect(fromReplicas / (DAY.length * ROUNDS), JSON.stringify(seen)).toBeLessThanOrEqual(0.05);
  });

  it.runIf(NGINX !== undefined)('go on when one of them ends', async () => {
    await replicas[0]?.stop();
    for (let index = 0; index < 20; index++) {
      const response = await fetch(`${origin}/api/v1/locate?lon=37.${index}&lat=55.7`);
      expect(response.status).toBe(200);
    }
  });
});

/** A port that nothing listens on now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
