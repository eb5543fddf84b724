import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { datasetFile } from '../data/core/schema/dataset-file.ts';
import { datasetIn } from '../data/core/schema/dataset-in-language.ts';
import { LANGUAGES } from '../data/core/schema/localized-text.ts';
import { disputesByClaim, type PublishedReports } from '../data/core/schema/report.ts';

const ROOT = join(import.meta.dirname, '..');

/** What the running service reads: what the Dockerfile copies. */
const COPIED = [
  'build/data',
  'build/client',
  'build/server',
  'build/pictures',
  'build/types',
  'build/database',
  'client/dist',
  'client/styles',
  'server/reports/store/migrations',
  'package.json',
];

/** A copy of the built project whose data a test may replace. */
export interface ProjectCopy {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Copies the built project into a new folder. Files of `data/dist` are linked: a test puts others in their place. */
export async function copyProject(): Promise<ProjectCopy> {
  const copy = await copyParts(COPIED);
  const { folder } = copy;
  await mkdir(join(folder, 'data'));
  await promisify(execFile)('cp', [
    '-rl',
    join(ROOT, 'data/dist'),
    join(folder, 'data/dist'),
  ]).catch(
    // The temporary folder may be on another disk.
    () => cp(join(ROOT, 'data/dist'), join(folder, 'data/dist'), { recursive: true }),
  );
  return copy;
}

/** Copies files and folders of the project into a new folder, beside its packages; what is `optional` may be absent. */
export async function copyParts(
  paths: readonly string[],
  { optional = [] }: { optional?: readonly string[] } = {},
): Promise<ProjectCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'project-'));
  for (const path of [...paths, ...optional]) {
    await cp(join(ROOT, path), join(folder, path), { recursive: true }).catch((error: unknown) => {
      if (!optional.includes(path)) throw error;
    });
  }
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Puts published reports into the data of a copy as the build does: counts beside the facts, disputes at their claims. */
export async function putReports(
  { folder }: ProjectCopy,
  { cases, experiences }: PublishedReports,
): Promise<void> {
  const dist = join(folder, 'data/dist');
  const disputes = disputesByClaim(cases);
  const dataset = JSON.parse(await readFile(join(dist, 'dataset.json'), 'utf8'), (_key, value) => {
    const found = typeof value === 'object' && value !== null && disputes.get(value.id);
    return found && 'statement' in value ? { ...value, disputes: found } : value;
  });
  dataset.experiences = experiences;
  dataset.hash = sumOf(JSON.stringify(dataset));
  const text = JSON.stringify(dataset);
  const info = JSON.parse(await readFile(join(dist, 'build-info.json'), 'utf8'));
  const inLanguages = LANGUAGES.map(
    (language) => [datasetFile(language), JSON.stringify(datasetIn(language, dataset))] as const,
  );
  for (const [name, content] of [['dataset.json', text] as const, ...inLanguages]) {
    info.files[name] = sumOf(content);
  }
  for (const name of ['dataset.json', 'build-info.json', ...inLanguages.map(([name]) => name)]) {
    for (const ending of ['.br', '.gz']) await rm(join(dist, name + ending), { force: true });
  }
  for (const [name, content] of inLanguages) await putFile(join(dist, name), content);
  // The service looks at a release when the dataset is another: it comes last.
  await putFile(join(dist, 'build-info.json'), JSON.stringify(info));
  await putFile(join(dist, 'dataset.json'), text);
}

/** Puts a file in the place of a linked one, which stays as it is. */
export async function putFile(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.new`, content);
  await rename(`${path}.new`, path);
}

function sumOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
