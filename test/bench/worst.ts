import { join } from 'node:path';
import { booleanPointInPolygon, point } from '@turf/turf';
import type { Geometry } from 'geojson';
import { loadApp } from '../../server/load-app.ts';
import { ask } from '../load/ask.ts';
import { climb, createRandom, type Kind, type Parts } from '../load/climb.ts';
import { kindsOf } from '../load/kinds.ts';

// npm run bench:worst: for each route the legal request that holds the event loop for longest, as a climbing search finds it.
// The goal is counted in the processor's time of this process within one turn of the loop: others on the machine make a
// turn long and take none of it. A rival locates points by turf in one stretch, as a service without a queue would.
const ROUNDS = Number(process.env.ROUNDS ?? 40);
const GOAL_MS = 50;
const RIVAL_POINTS = 200;

const root = join(import.meta.dirname, '../../..');
const loaded = await loadApp(root, {
  today: () => new Date().toISOString().slice(0, 10),
  onFault: (error) => {
    throw error;
  },
  origin: 'http://localhost',
});
await loaded.site.pages.prepare();
const { dataset } = loaded.service;
const kinds = kindsOf(
  loaded.collections,
  dataset.regions.map(({ id }) => id),
  dataset.operators.map(({ id }) => id),
);

const random = createRandom(11);
console.log(
  `longest turn of the event loop in ms of the processor (of the clock), ${ROUNDS} tries`,
);
for (const kind of kinds) {
  let longest: Turn = { processor: 0, clock: 0 };
  const { parts, cost } = await climb(kind, ROUNDS, random, async (drawn) => {
    const turn = await longestTurn(kind, drawn);
    if (turn !== undefined && turn.processor > longest.processor) longest = turn;
    return turn?.processor;
  });
  const isReached = cost < GOAL_MS;
  if (!isReached) process.exitCode = 1;
  const told = `${isReached ? 'ok  ' : 'LONG'} ${kind.name}: ${tell(longest)}`;
  console.log(`${told}  ${JSON.stringify(parts).slice(0, 120)}`);
}
console.log(`rival, ${RIVAL_POINTS} points by turf in one stretch: ${tell(rival())}`);

interface Turn {
  readonly processor: number;
  readonly clock: number;
}

/** The longest turn while a request is answered; `undefined` where it is refused. */
async function longestTurn(kind: Kind, parts: Parts): Promise<Turn | undefined> {
  let isOn = true;
  let longest: Turn = { processor: 0, clock: 0 };
  let since = begin();
  const look = () => {
    const turn = since();
    if (turn.processor > longest.processor) longest = turn;
    since = begin();
    if (isOn) setImmediate(look);
  };
  setImmediate(look);
  const { status } = await ask(loaded, kind, parts);
  await new Promise((resolve) => setImmediate(resolve));
  isOn = false;
  return status === 200 ? longest : undefined;
}

/** Starts a measurement; what it gives tells of the time since. */
function begin(): () => Turn {
  const clock = performance.now();
  const processor = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(processor);
    return { processor: (user + system) / 1_000, clock: performance.now() - clock };
  };
}

function rival(): Turn {
  const since = begin();
  for (let index = 0; index < RIVAL_POINTS; index++) {
    const at = point([30 + random() * 120, 45 + random() * 25]);
    [...loaded.service.geometries.values()].find((outline) => holds(outline, at));
  }
  return since();
}

function holds(outline: Geometry, at: ReturnType<typeof point>): boolean {
  if (outline.type !== 'MultiPolygon' && outline.type !== 'Polygon') return false;
  return booleanPointInPolygon(at, outline);
}

function tell({ processor, clock }: Turn): string {
  return `${processor.toFixed(1)} (${clock.toFixed(1)})`;
}
