import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { createAssessor } from '../../core/eligibility/create-assessor.ts';
import {
  compareReleases,
  describeMoves,
  takeSnapshot,
} from '../../core/history/compare-releases.ts';
import type { IsoDate } from '../../core/schema/dates.ts';
import type { VerdictSnapshot } from '../../core/schema/release.ts';
import { FOLDER_NAMES } from '../authored/authored-data.ts';
import { type DataFiles, RELEASE_FILE } from '../authored/read-data-files.ts';
import { resolveWithoutTerritory } from '../resolve/resolve-dataset.ts';

/**
 * Says in words which verdicts of which regions and operators differ between two states of the authored files,
 * both computed by today's rules for the day on which the newer ones were last checked.
 * Throws when one of them does not fit today's schemas, with every problem.
 */
export function compareData(older: DataFiles, newer: DataFiles): string[] {
  const [before, after] = [resolveWithoutTerritory(older), resolveWithoutTerritory(newer)];
  const asOf = after.dataset.checkedOn;
  const moves = compareReleases(snapshotOf(before, asOf), snapshotOf(after, asOf));
  return describeMoves(moves, {
    regions: new Map(after.dataset.regions.map(({ id, name }) => [id, name.en])),
    operators: new Map(
      [...before.dataset.operators, ...after.dataset.operators].map(({ id, brand }) => [
        id,
        brand.en,
      ]),
    ),
  });
}

/** Folder of the authored files from the root of the project. */
const FACTS = 'data/facts';

function snapshotOf(
  { dataset, devices }: ReturnType<typeof resolveWithoutTerritory>,
  asOf: IsoDate,
): VerdictSnapshot {
  const assessor = createAssessor(dataset, devices);
  const summaries = dataset.regions.map(({ id }) => assessor.summariseRegion(id, asOf));
  return takeSnapshot(dataset, summaries, asOf);
}

/**
 * The authored files as they were at a git reference, by name below the data folder; nothing is checked out.
 * Throws with git's own words when the reference does not exist.
 */
export async function readGitFiles(projectRoot: string, reference: string): Promise<DataFiles> {
  const paths = [RELEASE_FILE, ...FOLDER_NAMES].map((name) => `${FACTS}/${name}`);
  const listing = await git(projectRoot, [
    'ls-tree',
    '-r',
    '-z',
    '--name-only',
    reference,
    '--',
    ...paths,
  ]);
  const names = listing
    .toString('utf8')
    .split('\0')
    .filter((name) => name.endsWith('.json'));
  const requests = names.map((name) => `${reference}:${name}\n`).join('');
  const contents = splitBatch(await git(projectRoot, ['cat-file', '--batch'], requests));
  return new Map(
    names.map((name, index) => [name.slice(FACTS.length + 1), contents[index] ?? ''] as const),
  );
}

async function git(cwd: string, args: string[], input = ''): Promise<Buffer> {
  const child = spawn('git', args, { cwd });
  // git may be gone before it has read its input; its exit code and complaint say why.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const exit = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const [output, complaint, code] = await Promise.all([
    buffer(child.stdout),
    buffer(child.stderr),
    exit,
  ]);
  if (code !== 0) throw new Error(`git ${args[0]}: ${complaint.toString('utf8').trim()}`);
  return output;
}

/** Contents out of `git cat-file --batch`: for each object a line `<hash> <type> <size>`, the bytes, a line break. */
function splitBatch(output: Buffer): string[] {
  const contents: string[] = [];
  let offset = 0;
  while (offset < output.length) {
    const end = output.indexOf('\n', offset);
    const size = Number(output.toString('utf8', offset, end).split(' ')[2]);
    contents.push(output.toString('utf8', end + 1, end + 1 + size));
    offset = end + 1 + size + 1;
  }
  return contents;
}
