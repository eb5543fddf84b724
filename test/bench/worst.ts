import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDist, readReleasedDatasets } from '../../data/tools/files/read-dist.ts';
import { climb, createRandom, type Kind, type Parts, type Random } from '../load/climb.ts';
import { kindsOf, namedOf, readDownloads } from '../load/kinds/kinds.ts';
import { reportsToBegin } from '../load/kinds/report-kinds.ts';
import { fillFolder } from '../load/many-cases.ts';
import { median } from './servers.ts';
import { type WatchedServer, watchServer } from './watch-server.ts';
import type { Turn } from './watched-server.ts';

// npm run bench:worst: for each route the legal request that holds the event loop for longest, as a climbing search finds it.
// The goal is in milliseconds for which the main thread has a processor in one turn: on a machine that does nothing else, that is
// what all others wait for, and the clock, in brackets, says the same. The time of all threads, which stood here before, counts
// those that collect garbage, compile and encode beside it: they hold nobody.
// The service runs in a process of its own and is asked over HTTP: what the client does is no part of a turn.
//
// A turn may be long because the machine was busy: the worst requests are asked again of services that keep nothing of them,
// and the median counts. Warm: the code was compiled for what it does. Cold: it is the first request of its process.
const ROUNDS = Number(process.env.ROUNDS ?? 40);
const REPEATS = Number(process.env.REPEATS ?? 3);
/** Requests of a kind that are asked again: the worst of a search may be that of a moment. */
const CANDIDATES = 2;
const GOAL_MS = 50;
/** Cases that the desk has decided; `npm run bench:cases` goes up to the most that are stored. */
const DECIDED_CASES = 20_000;

interface Tried {
  readonly parts: Parts;
  readonly turn: Turn;
}

/** A request that is asked again and again, and its turns. */
interface Candidate {
  readonly kind: Kind;
  readonly parts: Parts;
  readonly warm: Turn[];
  readonly cold: Turn[];
}

const root = join(import.meta.dirname, '../../..');
const dist = join(root, 'data/dist');
const { dataset, places } = await readDist(dist);
const releases = (await readReleasedDatasets(dist)).keys();
const wanted = new RegExp(process.env.KINDS ?? '');
const files = await readDownloads(dist);
const known = { dataset, places, releases, files };
const kinds = kindsOf(known).filter(({ name }) => wanted.test(name));

const dataDir = await mkdtemp(join(tmpdir(), 'worst-'));
await fillFolder(dataDir, DECIDED_CASES, namedOf(known));
const server = await watchServer(dataDir);
// For pages of cases to have something to tell.
for (const body of reportsToBegin(namedOf(known))) {
  await server.ask({ path: '/api/v1/reports', body });
}
const candidates: Candidate[] = [];
for (const kind of kinds) candidates.push(...(await search(server, kind, createRandom(11))));
for (let repeat = 0; repeat < REPEATS; repeat++) {
  await server.renew();
  for (const candidate of candidates) candidate.warm.push(await turnOf(server, candidate));
}
await server.stop();
console.log(
  `longest turn of the event loop in ms of the main thread (of the clock); ${ROUNDS} tries, median of ${REPEATS}`,
);
const byHeld = kinds.toSorted((a, b) => warmOf(b) - warmOf(a));
console.log(`warm: ${byHeld.map((kind) => `${kind.name} ${warmOf(kind).toFixed(1)}`).join(', ')}`);
// Each is told when it is known, the longest first: all of them take an hour of a busy machine.
for (const kind of byHeld) {
  const own = candidates.filter((candidate) => candidate.kind === kind);
  for (const candidate of own) {
    for (let repeat = 0; repeat < REPEATS; repeat++) {
      const fresh = await watchServer(dataDir);
      candidate.cold.push(await turnOf(fresh, candidate));
      await fresh.stop();
    }
  }
  tell(own);
}
await rm(dataDir, { recursive: true });

/** The longest warm turn of a kind. */
function warmOf(kind: Kind): number {
  const own = candidates.filter((candidate) => candidate.kind === kind);
  return Math.max(0, ...own.map(({ warm }) => medianOf(warm).held));
}

/** The worst requests of a kind. */
async function search(
  watched: WatchedServer,
  kind: Kind,
  random: Random,
): Promise<readonly Candidate[]> {
  const tried: Tried[] = [];
  await climb(withCoding(kind), ROUNDS, random, async (parts) => {
    const turn = await watched.ask(askedFor(kind, parts), kind.answers);
    if (turn !== undefined) tried.push({ parts, turn });
    return turn?.held;
  });
  return tried
    .toSorted((a, b) => b.turn.held - a.turn.held)
    .slice(0, CANDIDATES)
    .map(({ parts }) => ({ kind, parts, warm: [], cold: [] }));
}

/** The same requests for answers under a coding, or under none. */
function withCoding(kind: Kind): Kind {
  const codings = [undefined, 'br', 'gzip'];
  const coding = (random: Random) => codings[Math.floor(random() * codings.length)];
  return { ...kind, parts: { ...kind.parts, coding } };
}

function askedFor(kind: Kind, { coding, ...parts }: Parts) {
  return { ...kind.request(parts), coding };
}

async function turnOf(watched: WatchedServer, { kind, parts }: Candidate): Promise<Turn> {
  const turn = await watched.ask(askedFor(kind, parts), kind.answers);
  if (turn === undefined) throw new Error(`${kind.name}: what was answered once is refused`);
  return turn;
}

function tell(found: readonly Candidate[]): void {
  const medians = found.map(({ kind, parts, warm, cold }) => {
    const [warmTurn, coldTurn] = [medianOf(warm), medianOf(cold)];
    return { kind, parts, warmTurn, coldTurn, held: Math.max(warmTurn.held, coldTurn.held) };
  });
  const [worst] = medians.toSorted((a, b) => b.held - a.held);
  if (worst === undefined) throw new Error('nothing was answered');
  const isReached = worst.held < GOAL_MS;
  if (!isReached) process.exitCode = 1;
  const told = `warm ${inMs(worst.warmTurn)}, cold ${inMs(worst.coldTurn)}`;
  const request = JSON.stringify(worst.parts).slice(0, 240);
  console.log(`${isReached ? 'ok  ' : 'LONG'} ${worst.kind.name}: ${told}  ${request}`);
}

function medianOf(turns: readonly Turn[]): Turn {
  return {
    held: median(turns.map(({ held }) => held)),
    clock: median(turns.map(({ clock }) => clock)),
  };
}

function inMs({ held, clock }: Turn): string {
  return `${held.toFixed(1)} (${clock.toFixed(1)})`;
}
