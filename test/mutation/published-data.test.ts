import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const ELIGIBILITY = 'test/data/core/eligibility';

/** Paths in a file of this folder: what it loads, and with `!` what it leaves out. */
async function pathsIn(file: string): Promise<{ loaded: string[]; left: string[] }> {
  const text = await readFile(join(import.meta.dirname, file), 'utf8');
  const paths = [...text.matchAll(/'(!?)\.\.\/([^']+)'/g)];
  const of = (mark: string) =>
    paths.flatMap(([, found, path = '']) => (found === mark ? [join('test', path)] : []));
  return { loaded: of(''), left: of('!') };
}

/** The test files that mutants meet. */
async function testsOfMutants(): Promise<string[]> {
  const { left } = await pathsIn('rules.ts');
  const { loaded } = await pathsIn('geography.ts');
  const names = await readdir(join(ROOT, ELIGIBILITY), { recursive: true });
  const ofRules = names
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(ELIGIBILITY, name))
    // It is left out to be loaded last.
    .filter((file) => !left.includes(file) || file.endsWith('run-vectors.test.ts'));
  return [...ofRules, ...loaded];
}

/** Files with everything of the project that they import, however far. */
async function withImports(files: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const waiting = [...files];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (texts.has(file)) continue;
    const text = await readFile(join(ROOT, file), 'utf8');
    texts.set(file, text);
    const imported = [...text.matchAll(/(?:from|import) '(\.[^']+)'/g)];
    for (const [, path = ''] of imported) waiting.push(join(dirname(file), path));
  }
  return texts;
}

it('no test that mutants meet reads the published data, which is not where mutants are tried', async () => {
  const tests = await testsOfMutants();
  expect(tests.length).toBeGreaterThan(25);
  expect(tests).toContain(join(ELIGIBILITY, 'run-vectors.test.ts'));
  const texts = await withImports(tests);
  expect(texts.size).toBeGreaterThan(tests.length);
  const readers = [...texts].flatMap(([file, text]) =>
    /data\/dist|readDist/.test(text.replace(/^ *(\/?\*|\/\/).*$/gm, ''))
      ? [relative('.', file)]
      : [],
  );
  expect(
    readers,
    'leave these out in test/mutation/rules.ts, or give them a dataset of their own',
  ).toEqual([]);
});
