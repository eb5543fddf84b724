import { setTimeout } from 'node:timers/promises';
import { createRegionLocator } from '../../data/core/geo/region-locator.ts';
import { readRealBoundaries, readRealOtherLand } from '../fixtures/real-territory.ts';
import { borderPoints, createRandom, globePoints, type Point } from '../fixtures/sample-points.ts';
import { createTurfLocator, type PointLocator } from '../fixtures/turf-locator.ts';

// npm run bench:locate: the locator against turf with a bounding-box filter, in the same run and in turns, because the
// machine's own speed changes from minute to minute. Goals: 100 times as fast, 25 MB, 1 s, no disagreement.
const ROUNDS = 7;
const LAND_POINTS = 20_000;
/** The locator goes through its points this many times a round, so that both sides run for a comparable time. */
const PASSES = 50;
const CHECKED_POINTS = 300_000;

const boundaries = await readRealBoundaries();
const otherLand = await readRealOtherLand();
const turfIndexAt = createTurfLocator(boundaries);
const random = createRandom(2026);

const heapBefore = await heapMegabytes();
const buildStarted = performance.now();
const locator = createRegionLocator(boundaries, otherLand);
const buildSeconds = (performance.now() - buildStarted) / 1000;
const indexMegabytes = (await heapMegabytes()) - heapBefore;

const land: Point[] = [];
while (land.length < LAND_POINTS) {
  land.push(
    ...globePoints(1000, random).filter(([lon, lat]) => locator.regionIndexAt(lon, lat) >= 0),
  );
}
land.length = LAND_POINTS;

const rounds = Array.from({ length: ROUNDS }, () => ({
  turf: pointsPerSecond(turfIndexAt, land, 1),
  grid: pointsPerSecond(locator.regionIndexAt, land, PASSES),
  located: pointsPerSecond((lon, lat) => locator.locate(lon, lat).candidates.length, land, 1),
}));
const turf = median(rounds.map((round) => round.turf));
const grid = median(rounds.map((round) => round.grid));

const checked = [
  ...globePoints(CHECKED_POINTS / 2, random),
  ...borderPoints(boundaries, CHECKED_POINTS / 2, random),
];
const disagreements = checked.filter(
  ([lon, lat]) => locator.regionIndexAt(lon, lat) !== turfIndexAt(lon, lat),
).length;

const results = [
  ['points on land per second, turf with boxes', thousands(turf)],
  ['points on land per second, this index', thousands(grid)],
  ['ratio of the medians', (grid / turf).toFixed(0), grid / turf >= 100],
  ['ratios by round', rounds.map((round) => (round.grid / round.turf).toFixed(0)).join(', ')],
  [
    'full answers with distances per second',
    thousands(median(rounds.map(({ located }) => located))),
  ],
  ['index, MB', indexMegabytes.toFixed(1), indexMegabytes <= 25],
  ['time to build, s', buildSeconds.toFixed(2), buildSeconds <= 1],
  [
    `disagreements on ${thousands(checked.length)} points`,
    String(disagreements),
    disagreements === 0,
  ],
] as const;
for (const [name, value, isMet] of results) {
  console.log(`${name.padEnd(46)}${value}${isMet === false ? '  NOT MET' : ''}`);
}
if (results.some(([, , isMet]) => isMet === false)) process.exitCode = 1;

function pointsPerSecond(indexAt: PointLocator, points: readonly Point[], passes: number): number {
  const started = performance.now();
  let sum = 0;
  for (let pass = 0; pass < passes; pass++)
    for (const [lon, lat] of points) sum += indexAt(lon, lat);
  // The sum is looked at, so that no part of the work can be left out as unused.
  if (Number.isNaN(sum)) throw new Error('an index is not a number');
  return (points.length * passes * 1000) / (performance.now() - started);
}

/** Buffers that preparing the points and outlines left behind are given back only after a turn of the event loop. */
async function heapMegabytes(): Promise<number> {
  for (let turn = 0; turn < 5; turn++) {
    globalThis.gc?.();
    await setTimeout(20);
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function thousands(value: number): string {
  return Math.round(value).toLocaleString('en');
}
