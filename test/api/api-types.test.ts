import { spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATA_COMMANDS } from '../../client/components/commands.tsx';
import { createTestApp, type TestApp } from '../server/test-app.ts';

const ROOT = join(import.meta.dirname, '../..');
const OPTIONS = '--noEmit --strict --module nodenext --target esnext --lib esnext,dom --types';

/** Operations whose answers are compared with their types, each with an address. */
const ANSWERS = [
  ['getEligibility', '/eligibility?region=RU-TA&operator=mts'],
  ['locatePoint', '/locate?lon=37.6&lat=55.9'],
  ['findPlaces', '/places?q=Казань'],
  ['getOperator', '/operators/mts'],
  ['getSources', '/sources'],
  ['getConformance', '/conformance'],
  ['getCollections', '/collections'],
  ['getRegionsItem', '/collections/regions/items/RU-KGD'],
  ['getOperatorRegionsItems', '/collections/operator-regions/items?limit=2'],
  ['getPlacesItems', '/collections/places/items?limit=2&properties=name_ru&skipGeometry=true'],
] as const;

const EXAMPLE = DATA_COMMANDS.typescript;

let test: TestApp;
let folder: string;
/** What the compiler says of programs of users of the API, line by line; it runs once, since it starts slowly. */
let complaints: readonly string[];
beforeAll(async () => {
  test = await createTestApp();
  folder = await mkdtemp(join(tmpdir(), 'api-types-'));
  await copyFile(join(ROOT, 'build/types/api.d.ts'), join(folder, 'api.d.ts'));
  const programs: Record<string, string> = {
    example: EXAMPLE.join('\n'),
    mistaken: [...EXAMPLE, 'place.certain;'].join('\n'),
  };
  for (const [operation, path] of ANSWERS) {
    const response = await test.app.request(`/api/v1${path}`);
    expect(response.status).toBe(200);
    programs[operation] = [
      "import type { Operations } from './api.d.ts';",
      `export const answer: Operations['${operation}']['answer'] = ${await response.text()};`,
      // The compiler has read the answer, and found it to have that type, when this is all that it complains of.
      'answer.certain;',
    ].join('\n');
  }
  complaints = await compile(programs);
});
afterAll(() => rm(folder, { recursive: true }));

async function compile(programs: Readonly<Record<string, string>>): Promise<string[]> {
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const files = Object.keys(programs).map((name) => `${name}.ts`);
  for (const [name, text] of Object.entries(programs)) {
    await writeFile(join(folder, `${name}.ts`), text);
  }
  const compiler = join(ROOT, 'node_modules/.bin/tsc');
  const args = [...OPTIONS.split(' '), '', ...files];
  const { stdout } = spawnSync(compiler, args, { cwd: folder, encoding: 'utf8' });
  return stdout.split('\n').filter((line) => /^\S/.test(line));
}

/** Complaints about one program, without the place in it. */
const complaintsAbout = (name: string): string[] =>
  complaints
    .filter((line) => line.startsWith(`${name}.ts(`))
    .map((line) => line.slice(line.indexOf(': ') + 2));

describe('the types of the API', () => {
  it('make the three lines of the page with the data compile', () => {
    expect(EXAMPLE.filter((line) => !line.startsWith('//'))).toHaveLength(3);
    expect(complaintsAbout('example')).toEqual([]);
  });

  it('stop a program that asks for what is not answered', () => {
    expect(complaintsAbout('mistaken')).toEqual([
      expect.stringContaining("Property 'certain' does not exist"),
    ]);
  });

  it.each(ANSWERS)('fit what %s answers, to the last member', (operation) => {
    expect(complaintsAbout(operation)).toEqual([
      expect.stringContaining("Property 'certain' does not exist"),
    ]);
  });

  it('compile by themselves', () => {
    const programs = ['mistaken', ...ANSWERS.map(([operation]) => operation)];
    expect(complaints.filter((line) => !programs.some((name) => line.startsWith(name)))).toEqual(
      [],
    );
  });

  it('are served as text that a browser shows', async () => {
    const response = await test.app.request('/types/api.d.ts');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toContain('export interface Operations');
  });
});
