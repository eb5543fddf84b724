import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type KeptWork, openKeptWork } from '../../data/tools/files/kept-work.ts';
import { replaceFile, replaceFolderBy } from '../../data/tools/files/replace.ts';
import { type BuildStep, runStep, StepRecords, stampOf } from './step.ts';

// `npm run build` after the compiler and the data: makes what is missing or changed. Each step is loaded only when it runs.
const root = join(import.meta.dirname, '../../..');
const recordFile = join(root, 'build/steps.json');

/** What is in the source folder of the browser files beside their output. */
const clientSources = (await readdir(join(root, 'client'))).filter((name) => name !== 'dist');

/** Compiled code that makes pages and documents of the built data. */
const COMPILED = ['build/data/core', 'build/client', 'build/server', 'package-lock.json'];

/** What earlier builds made by the code of a folder. */
async function openKept(name: string, code: string): Promise<KeptWork> {
  const program = await stampOf(root, [code, 'package-lock.json']);
  return openKeptWork(join(root, 'build/kept', name), program);
}

const STEPS: readonly BuildStep[] = [
  {
    name: 'browser files',
    inputs: [...clientSources.map((name) => `client/${name}`), 'data/core', 'package-lock.json'],
    output: 'client/dist',
    run: async () => {
      const { build } = await import('vite');
      // Aside first: a running or a starting service never sees half a build.
      await replaceFolderBy(join(root, 'client/dist'), (outDir) =>
        build({ root: join(root, 'client'), logLevel: 'warn', build: { outDir } }),
      );
    },
  },
  {
    name: 'pictures for shared links',
    inputs: ['data/dist/build-info.json', ...COMPILED],
    output: 'build/pictures',
    run: async () => {
      const { makePictures } = await import('../site/make-pictures.ts');
      await makePictures(root, await openKept('pictures', 'build/server/site/pictures'));
    },
  },
  {
    name: 'types of the API',
    inputs: ['data/dist/build-info.json', ...COMPILED],
    output: 'build/types',
    run: async () => {
      const { makeTypes } = await import('../api/types/make-types.ts');
      await makeTypes(root, await openKept('types', 'build/server/api/types'));
    },
  },
  {
    name: 'empty database',
    inputs: ['build/server/reports/store/empty-database.js', 'package-lock.json'],
    output: 'build/database',
    run: async () => {
      const { makeEmptyDatabase } = await import('../reports/store/empty-database.ts');
      await makeEmptyDatabase(join(root, 'build/database'));
    },
  },
];

const text = await readFile(recordFile, 'utf8').catch(() => '{}');
const last = StepRecords.catch({}).parse(JSON.parse(text));
const records: StepRecords = {};
for (const step of STEPS) {
  const { record, hasRun } = await runStep(root, step, last[step.name]);
  records[step.name] = record;
  await replaceFile(recordFile, JSON.stringify({ ...last, ...records }));
  if (!hasRun) console.log(`${step.name}: up to date`);
}
