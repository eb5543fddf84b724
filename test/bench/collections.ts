import { join } from 'node:path';
import type { Load, Measure } from './load.ts';
import {
  type Bench,
  type Captured,
  capture,
  median,
  runComparison,
  startBareServer,
  startServer,
} from './servers.ts';

// npm run bench:collections: features in boxes that nobody asked for before, against a bare server that sends the same
// bytes; beside both a former state of the project, built in another folder (`BESIDE=/path/to/it`), or any other server of
// OGC API Features with the same collections (`RIVAL=http-port/path-before-collections`). All in one run and in turns.
const ROUNDS = 5;
const SECONDS = 2;
const BOXES = 1_000;
const PORTS = { own: 18_787, bare: 18_788, beside: 18_789 };

interface Case {
  readonly name: string;
  /** Ratio to the bare server, and to the former state. */
  readonly goals: { readonly bare: number; readonly beside?: number };
  readonly paths: readonly string[];
}

await runComparison(compare);

/** Measures each case against each rival and prints a line for each; whether all goals were reached. */
async function compare({ loader, measure, folder, started }: Bench): Promise<boolean> {
  const environment = { RATE_LIMIT: '0', ACCESS_LOG: 'off', REPORTS: 'off' };
  const start = async (root: string, port: number) => {
    const file = join(root, 'build/server/main.js');
    started.push(await startServer(file, [], { ...environment, PORT: String(port) }));
  };
  await start(join(import.meta.dirname, '../../..'), PORTS.own);
  const { BESIDE, RIVAL } = process.env;
  if (BESIDE !== undefined) await start(BESIDE, PORTS.beside);
  console.log(`${loader}, ${ROUNDS} rounds of ${SECONDS} s, medians`);
  let reached = true;
  for (const [index, { name, goals, paths }] of createCases().entries()) {
    const port = PORTS.bare + 10 + index;
    const bare = await startBareServer(port, await captureAll(paths), folder);
    started.push(bare);
    const rates: Record<'own' | 'bare' | 'beside' | 'rival', number[]> = {
      ...{ own: [], bare: [], beside: [], rival: [] },
    };
    for (let round = 0; round < ROUNDS; round++) {
      rates.own.push(await measure(PORTS.own, loadOf(paths), SECONDS));
      rates.bare.push(await measure(port, loadOf(paths), SECONDS));
      if (BESIDE !== undefined) {
        rates.beside.push(await measure(PORTS.beside, loadOf(paths), SECONDS));
      }
      if (RIVAL !== undefined) rates.rival.push(await measureRival(measure, RIVAL, paths));
    }
    bare.kill();
    const ratioTo = (rival: 'bare' | 'beside' | 'rival') =>
      median(rates.own.map((rate, round) => rate / (rates[rival][round] ?? Number.NaN)));
    console.log(`${name}: ${Math.round(median(rates.own))} a second`);
    for (const rival of ['bare', 'beside', 'rival'] as const) {
      if (rates[rival].length === 0) continue;
      const goal = rival === 'rival' ? undefined : goals[rival];
      const isReached = goal === undefined || ratioTo(rival) >= goal;
      reached &&= isReached;
      console.log(
        `  ${isReached ? 'ok  ' : 'SLOW'} ${ratioTo(rival).toFixed(2)} times ${rival} (${Math.round(median(rates[rival]))} a second${goal === undefined ? '' : `, goal ${goal}`})`,
      );
    }
  }
  return reached;
}

function createCases(): Case[] {
  return [
    {
      name: `regions, ${BOXES} boxes in turn`,
      goals: { bare: 0.2, beside: 10 },
      paths: boxesOf('regions', 0),
    },
    {
      name: `places, ${BOXES} boxes in turn`,
      goals: { bare: 0.1, beside: 10 },
      paths: boxesOf('places', 0),
    },
    {
      name: `places, ${BOXES * 20} boxes, none asked for twice`,
      goals: { bare: 0.05 },
      paths: Array.from({ length: 20 }, (_, turn) => boxesOf('places', turn + 1)).flat(),
    },
  ];
}

/** Boxes of three degrees by two all over the country, other ones for each turn. */
function boxesOf(collection: string, turn: number): string[] {
  return Array.from({ length: BOXES }, (_, index) => {
    const west = 30 + ((index * 7_919 + turn * 13) % 100_000) / 1_000;
    const south = 45 + ((index * 104_729 + turn * 7) % 25_000) / 1_000;
    const box = [west, south, west + 3, south + 2].map((degrees) => degrees.toFixed(3));
    return `/api/v1/collections/${collection}/items?limit=10&bbox=${box.join(',')}`;
  });
}

/** The answers to as many boxes as the first turn has; those of further turns are about as long. */
async function captureAll(paths: readonly string[]): Promise<Map<string, Captured>> {
  const answers = new Map<string, Captured>();
  for (const path of paths.slice(0, BOXES)) answers.set(path, await capture(PORTS.own, path, {}));
  const [first] = answers.values();
  // What was not captured is answered with the first.
  if (first !== undefined && paths.length > BOXES) {
    answers.set(paths[0]?.replace(/\?.*/, '') ?? '', first);
  }
  return answers;
}

function loadOf(paths: readonly string[]): Load {
  return { paths, headers: {} };
}

/** `8080` or `8080/base`: where the other server lists its collections. */
async function measureRival(
  measure: Measure,
  rival: string,
  paths: readonly string[],
): Promise<number> {
  const [, port = '', base = ''] = /^(\d+)(\/.*)?$/.exec(rival) ?? [];
  const own = paths.map((path) => path.replace('/api/v1', base));
  return measure(
    Number(port),
    { paths: own, headers: { accept: 'application/geo+json' } },
    SECONDS,
  );
}
