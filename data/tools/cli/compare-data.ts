import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { createAssessor } from '../../core/eligibility/create-assessor.ts';
import {
  compareReleases,
  describeMoves,
  type Names,
  takeSnapshot,
} from '../../core/history/compare-releases.ts';
import type { RegionSummary } from '../../core/schema/assessment.ts';
import type { IsoDate } from '../../core/schema/dates.ts';
import { FOLDER_NAMES } from '../authored/authored-data.ts';
import { type DataFiles, RELEASE_FILE } from '../authored/data-files.ts';
import { resolveWithoutTerritory } from '../resolve/resolve-dataset.ts';

/**
 * Says in words which verdicts of which regions and operators differ between two states of the authored files, and where the
 * verdict stays, how well it is known, both computed by today's rules for the day on which the newer ones were last checked.
 * Throws when one of them does not fit today's schemas, with every problem.
 */
export function compareData(older: DataFiles, newer: DataFiles): string[] {
  const [before, after] = [resolveWithoutTerritory(older), resolveWithoutTerritory(newer)];
  const asOf = after.dataset.checkedOn;
  const [earlier, later] = [summariesOf(before, asOf), summariesOf(after, asOf)];
  const moves = compareReleases(
    takeSnapshot(before.dataset, earlier, asOf),
    takeSnapshot(after.dataset, later, asOf),
  );
  const names: Names = {
    regions: new Map(after.dataset.regions.map(({ id, name }) => [id, name.en])),
    operators: new Map(
      [...before.dataset.operators, ...after.dataset.operators].map(({ id, brand }) => [
        id,
        brand.en,
      ]),
    ),
  };
  return [
    ...describeMoves(moves, names),
    ...describeSupport(earlier, later, names),
    ...describeSharing(earlier, later, names),
  ];
}

/** Where a verdict stays and its support does not: `MTS stays partial, its support goes from lead to countrywide in ...` */
function describeSupport(
  older: readonly RegionSummary[],
  newer: readonly RegionSummary[],
  names: Names,
): string[] {
  return inRegions(older, newer, names, (was, after) => {
    const subjects = [
      { who: 'The verdict of the map', from: was, to: after },
      ...Object.entries(after.operatorVerdicts).flatMap(([id, verdict]) => {
        const [from, to] = [was.operatorSupports[id], after.operatorSupports[id]];
        if (from === undefined || to === undefined) return [];
        const verdictBefore = was.operatorVerdicts[id] ?? verdict;
        const who = names.operators.get(id) ?? id;
        return [
          { who, from: { verdict: verdictBefore, support: from }, to: { verdict, support: to } },
        ];
      }),
    ];
    return subjects
      .filter(({ from, to }) => from.verdict === to.verdict && from.support !== to.support)
      .map(
        ({ who, from, to }) =>
          `${who} stays ${to.verdict}, its support goes from ${from.support} to ${to.support}`,
      );
  });
}

/** What is said of each region that was there before: every sentence once, with the regions that it holds for. */
function inRegions(
  older: readonly RegionSummary[],
  newer: readonly RegionSummary[],
  names: Names,
  sentencesOf: (was: RegionSummary, after: RegionSummary) => string[],
): string[] {
  const before = new Map(older.map((summary) => [summary.regionId, summary]));
  const groups = new Map<string, string[]>();
  for (const after of newer) {
    const was = before.get(after.regionId);
    for (const sentence of was === undefined ? [] : sentencesOf(was, after)) {
      groups.set(sentence, [...(groups.get(sentence) ?? []), after.regionId]);
    }
  }
  return [...groups].map(([sentence, ids]) => {
    const regions = ids.map((id) => `${names.regions.get(id) ?? 'unknown region'} (${id})`);
    const where =
      ids.length === names.regions.size ? `all ${ids.length} regions` : regions.join(', ');
    return `${sentence} in ${where}`;
  });
}

const KINDS = { bundle: 'A common bundle', payer: 'One who pays for all' } as const;

/** What the layers of the map show: the answer for each kind of sharing, and how well its plan is known, which shades a region. */
function describeSharing(
  older: readonly RegionSummary[],
  newer: readonly RegionSummary[],
  names: Names,
): string[] {
  return inRegions(older, newer, names, (was, after) =>
    (['bundle', 'payer'] as const).flatMap((kind) => {
      const [from, to] = [was.sharing[kind], after.sharing[kind]];
      if (from.verdict !== to.verdict)
        return [`${KINDS[kind]} goes from ${from.verdict} to ${to.verdict}`];
      if (from.planSupport === to.planSupport) return [];
      return [
        `${KINDS[kind]} stays ${to.verdict}, what is known of its plan goes from ${from.planSupport} to ${to.planSupport}`,
      ];
    }),
  );
}

/** Folder of the authored files from the root of the project. */
const FACTS = 'data/facts';

function summariesOf(
  { dataset, devices }: ReturnType<typeof resolveWithoutTerritory>,
  asOf: IsoDate,
): RegionSummary[] {
  const assessor = createAssessor(dataset, devices);
  return dataset.regions.map(({ id }) => assessor.summariseRegion(id, asOf));
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
  if (names.length === 0) {
    throw new Error(`${reference} holds no facts in ${FACTS}: compare with a newer state`);
  }
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
