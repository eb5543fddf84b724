import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATA_COMMANDS } from '../../client/ui/data-commands.ts';
import { createTestApp, type TestApp } from './test-app.ts';

const ROOT = join(import.meta.dirname, '../..');
const OPTIONS = '--noEmit --strict --module nodenext --target esnext --lib esnext,dom --types';

let test: TestApp;
let folder: string;
beforeAll(async () => {
  test = await createTestApp();
  folder = await mkdtemp(join(tmpdir(), 'api-types-'));
  await copyFile(join(ROOT, 'build/types/api.d.ts'), join(folder, 'api.d.ts'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

/** What the compiler says of a program of a user of the API. */
async function complaintsOf(lines: readonly string[]): Promise<string> {
  const file = join(folder, 'program.ts');
  await writeFile(file, lines.join('\n'));
  const compiler = join(ROOT, 'node_modules/.bin/tsc');
  const run = promisify(execFile)(compiler, [...OPTIONS.split(' '), '', file], { cwd: folder });
  return run.then(
    ({ stdout }) => stdout,
    (error: { stdout?: string }) => String(error.stdout),
  );
}

const example = DATA_COMMANDS.typescript;

describe('the types of the API', () => {
  it('make the three lines of the page with the data compile', async () => {
    expect(example.filter((line) => !line.startsWith('//'))).toHaveLength(3);
    expect(await complaintsOf(example)).toBe('');
  }, 60_000);

  it('stop a program that asks for what is not answered', async () => {
    expect(await complaintsOf([...example, 'place.certain;'])).toContain(
      "Property 'certain' does not exist",
    );
  }, 60_000);

  it.each([
    ['getEligibility', '/eligibility?region=RU-TA&operator=mts'],
    ['locatePoint', '/locate?lon=37.6&lat=55.9'],
    ['findPlaces', '/places?q=Казань'],
    ['getOperator', '/operators/mts'],
    ['getSources', '/sources'],
    ['getConformance', '/conformance'],
    ['getCollections', '/collections'],
    ['getRegionsItem', '/collections/regions/items/RU-KGD'],
    ['getOperatorRegionsItems', '/collections/operator-regions/items?limit=2'],
  ])(
    'fit what %s answers, to the last member',
    async (operation, path) => {
      const response = await test.app.request(`/api/v1${path}`);
      expect(response.status).toBe(200);
      const program = [
        "import type { Operations } from './api.d.ts';",
        `export const answer: Operations['${operation}']['answer'] = ${await response.text()};`,
      ];
      expect(await complaintsOf(program)).toBe('');
    },
    60_000,
  );

  it('are served as text that a browser shows', async () => {
    const response = await test.app.request('/types/api.d.ts');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toContain('export interface Operations');
  });
});
