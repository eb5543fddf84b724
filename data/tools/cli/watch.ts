import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import * as z from 'zod';
import { claimsById } from '../../core/eligibility/claims/claim-index.ts';
import type { SourceChange } from '../../core/schema/report.ts';
import { findProjectRoot } from '../authored/data-files.ts';
import { readDist } from '../files/read-dist.ts';
import { replaceFile } from '../files/replace.ts';
import { runCommand } from '../run-command.ts';
import { createPoliteFetch } from '../watch/polite-fetch.ts';
import {
  createWatchState,
  exitStatusOf,
  type Watched,
  WatchedSource,
  watchSources,
  watchSummary,
} from '../watch/watch-sources.ts';

// npm run data:watch: looks at each source's page and tells what changed since the last run. Exit status for a scheduler:
// 0 all the same, 2 something changed, 3 some could not be read, 1 the run itself failed.
const USER_AGENT =
  'family-esim-map watch (looks once at each cited page; see the project for whom to ask)';
const TIMEOUT_MS = 20_000;
const MAX_BYTES = 10_000_000;
const PAUSE_MS = 1_000;

await runCommand(run);

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      /** Folder of what was seen; beside what the service writes where absent. */
      state: { type: 'string' },
      /** JSON list of `{id, url, claimIds}` instead of the sources of the data. */
      sources: { type: 'string' },
      /** One source alone. */
      only: { type: 'string' },
      /** Milliseconds between two requests of a host. */
      pause: { type: 'string', default: String(PAUSE_MS) },
      /** Tells only, and makes no cases at the desk. */
      'no-cases': { type: 'boolean', default: false },
    },
  });
  const root = findProjectRoot(import.meta.dirname);
  const folder = resolve(values.state ?? join(process.env.DATA_DIR || join(root, 'var'), 'watch'));
  const all =
    values.sources === undefined ? await sourcesOfData(root) : await readSources(values.sources);
  const sources = values.only === undefined ? all : all.filter(({ id }) => id === values.only);
  if (sources.length === 0) throw new Error(`no source has the id ${values.only}`);
  const polite = createPoliteFetch({
    fetch,
    userAgent: USER_AGENT,
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_BYTES,
    pauseMs: z.coerce.number().int().min(0).parse(values.pause),
    sleep: (milliseconds) => sleep(milliseconds),
  });
  const today = new Date().toISOString().slice(0, 10);
  const watched = await watchSources(
    sources,
    polite,
    createWatchState(join(folder, 'seen')),
    today,
  );
  console.log(watchSummary(watched));
  await mkdir(folder, { recursive: true });
  await writeLookedAt(join(folder, 'looked-at.json'), watched, today);
  const changes = watched.flatMap(asChange);
  if (changes.length > 0 && !values['no-cases'])
    await tellDesk(root, join(folder, 'changes.json'), changes);
  return exitStatusOf(watched);
}

/** Each source of the data with the claims that cite it. */
async function sourcesOfData(root: string): Promise<WatchedSource[]> {
  const { dataset } = await readDist(join(root, 'data/dist'));
  const claims = [...claimsById(dataset).values()];
  return dataset.sources.map(({ id, url }) => ({
    id,
    url,
    claimIds: claims.filter(({ sourceIds }) => sourceIds.includes(id)).map((claim) => claim.id),
  }));
}

async function readSources(path: string): Promise<WatchedSource[]> {
  return z.array(WatchedSource).parse(JSON.parse(await readFile(path, 'utf8')));
}

/** Days on which sources were last found as they were: what a maintainer may enter as `checkedOn`. */
async function writeLookedAt(
  path: string,
  watched: readonly Watched[],
  today: string,
): Promise<void> {
  const same = watched.filter(({ state }) => state === 'same' || state === 'first');
  const days = Object.fromEntries(same.map(({ sourceId }) => [sourceId, today]));
  const known = await readFile(path, 'utf8').then(JSON.parse, () => ({}));
  await replaceFile(path, `${JSON.stringify({ ...known, ...days }, null, 2)}\n`);
}

function asChange(watched: Watched): SourceChange[] {
  if (!('difference' in watched)) return [];
  const { sourceId, state, difference, claimIds } = watched;
  return [{ kind: 'source-change', sourceId, change: state, difference, claimIds: [...claimIds] }];
}

/** The desk is a program of its own: it asks the running service, or opens the database itself. */
async function tellDesk(
  root: string,
  path: string,
  changes: readonly SourceChange[],
): Promise<void> {
  await replaceFile(path, `${JSON.stringify(changes, null, 2)}\n`);
  const desk = join(root, 'build/server/reports/desk/main.js');
  const { stdout } = await promisify(execFile)(process.execPath, [desk, 'report-sources', path]);
  console.log(stdout.trimEnd());
}
