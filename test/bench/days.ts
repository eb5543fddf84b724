import { join } from 'node:path';
import { createCollections } from '../../server/api/collections/create-collections.ts';
import { loadService } from '../../server/load-service.ts';
import { median } from './servers.ts';

// npm run bench:days: how long the processor takes to work out and write whole collections for a day that nobody asked for:
// of an interval that is known, of the next one of forty in a row, and of years around. Goal: 50 ms, on a processor that
// nobody else uses. `node build/test/bench/days.js FOLDER` measures the data built into another folder.
const GOAL_MS = 50;
const WARMING = 10;

const TODAY = '2026-11-30';
const [folder = join(import.meta.dirname, '../../../data/dist')] = process.argv.slice(2);
const collections = createCollections(await loadService(folder, () => TODAY));

function dayAfter(days: number): string {
  return new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Days further apart than any interval, in no order. */
const apart = (first: number) =>
  Array.from({ length: 30 }, (_, at) => dayAfter(first + ((at * 389) % 1_500)));

const KINDS: readonly (readonly [string, readonly string[]])[] = [
  ['a day of years around', apart(-700)],
  ['the next day, evidence changing', Array.from({ length: 40 }, (_, at) => dayAfter(at))],
  // Long after the last change of the evidence.
  ['a day of a known interval', Array.from({ length: 12 }, (_, at) => dayAfter(20_000 + at))],
];

/** Milliseconds of the processor that the whole of a collection takes. */
function measure(collection: (typeof collections)[number], day: string): number {
  const before = process.cpuUsage();
  for (const { json } of collection.on(day).items) for (const piece of json) void piece.bytes;
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

for (const day of apart(-690).slice(0, WARMING))
  for (const collection of collections) measure(collection, day);
for (const [kind, days] of KINDS) {
  const times = collections.map((): number[] => []);
  for (const day of days) {
    collections.forEach((collection, at) => {
      times[at]?.push(measure(collection, day));
    });
  }
  const told = collections.map(({ id }, at) => `${id} ${median(times[at] ?? []).toFixed(0)} ms`);
  console.log(`${kind}: ${told.join(', ')} (goal ${GOAL_MS} ms)`);
}
