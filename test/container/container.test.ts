import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningService, startService } from '../start-service.ts';
import { readRuntimeImage } from './read-dockerfile.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../..');
/** `nobody` on Linux: a user that owns nothing in the folder. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

/**
 * The Dockerfile's second stage, followed without Docker: what it copies lies in a clean folder that nobody may write
 * to, with the packages of `npm prune --omit=dev`, and runs as another user.
 */
describe('what the container holds', async () => {
  const image = readRuntimeImage(await readFile(join(ROOT, 'Dockerfile'), 'utf8'));
  let parent: string;
  let folder: string;
  let service: RunningService;

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'family-esim-map-container-'));
    folder = join(parent, 'app');
    for (const path of image.copied.filter((each) => each !== 'node_modules')) {
      await cp(join(ROOT, path), join(folder, path), { recursive: true });
    }
    // Only the packages are installed anew: what `npm ci` and `npm prune --omit=dev` leave in the build stage.
    for (const name of ['package-lock.json', '.npmrc']) {
      await cp(join(ROOT, name), join(folder, name));
    }
    await run('npm', ['ci', '--omit=dev', '--prefer-offline', '--ignore-scripts'], { cwd: folder });
    await chmod(parent, 0o755);
    await run('chmod', ['-R', 'a-w,a+rX', folder]);
    // The image has a volume there, which its user may write to.
    const dataDir = join(parent, 'volume');
    await mkdir(dataDir);
    await chmod(dataDir, 0o777);
    service = await startService(
      { ...image.environment, DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1' },
      folder,
      isRoot ? NOBODY : undefined,
    );
  });

  afterAll(async () => {
    await service?.stop();
    if (folder !== undefined) await run('chmod', ['-R', 'u+w', folder]);
    if (parent !== undefined) await rm(parent, { recursive: true, force: true });
  });

  it('is little more than the data, and runs as a user of no rights', async () => {
    const { stdout } = await run('du', ['-sm', ...image.copied], { cwd: folder });
    const sizes = stdout
      .trimEnd()
      .split('\n')
      .map((line) => Number.parseInt(line, 10));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    console.log(`The image holds ${total} MB besides Node:\n${stdout}`);
    // Half of it are the data with their encoded forms and formats, the other the packages, the embedded database (35 MB) and what
    // sends traces (28 MB) among them.
    expect(total).toBeLessThan(260);
    expect(image.user).not.toBe('root');
    expect(image.command).toEqual(['node', 'build/server/main.js']);
    expect(image.copied).toContain(dirname('data/dist/dataset.json'));
  });

  it('answers its own health check', async () => {
    const [command = '', ...words] = image.healthCheck;
    const { port } = new URL(service.origin);
    await run(command, words, { env: { ...process.env, PORT: port } });
    await expect(run(command, words, { env: { ...process.env, PORT: '9' } })).rejects.toThrow();
  });

  it('answers a page with its styles and a built script', async () => {
    const page = await (await fetch(`${service.origin}/ru/`)).text();
    expect(page).toContain('<style>');
    const [, script = ''] = /<script type="module" src="([^"]+)"/.exec(page) ?? [];
    expect((await fetch(`${service.origin}${script}`)).status).toBe(200);
    expect((await fetch(`${service.origin}/downloads/regions.parquet`)).status).toBe(200);
  });

  it('answers the API in every representation', async () => {
    const address = `${service.origin}/api/v1/eligibility?region=RU-MOW`;
    expect(await (await fetch(address)).json()).toMatchObject({ regionId: 'RU-MOW' });
    expect(await (await fetch(`${address}&f=txt&lang=zh`)).text()).toContain('RU-MOW');
    const table = await fetch(`${service.origin}/api/v1/collections/regions/items?f=csv`);
    expect(table.headers.get('content-type')).toContain('text/csv');
  });

  it('ends when it is told to, after the answers that are on their way', async () => {
    // 3 MB without a coding: more than fits into the buffers between the two, so the answer is under way.
    const answer = await open(`${service.origin}/downloads/places.kml`);
    const stopped = service.stop();
    expect((await text(answer)).trimEnd().endsWith('</kml>')).toBe(true);
    await stopped;
    await expect(fetch(`${service.origin}/readyz`)).rejects.toThrow();
    expect(service.output()).not.toMatch(/error/i);
  });
});

/** Sends a request and waits for the head of its answer. `fetch` would take an early end of the connection amiss. */
function open(address: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(address, { agent: false }, resolve).once('error', reject);
  });
}
