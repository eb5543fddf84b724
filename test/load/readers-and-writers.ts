import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** What readers of a day ask for; none of it is answered from the database. */
const READ = [
  '/ru/',
  '/ru/regions/RU-TA',
  '/en/regions/RU-MOW',
  '/zh/operators/mts',
  '/api/v1/eligibility?region=RU-TA&operator=mts',
  '/api/v1/collections/regions/items?limit=10',
  '/downloads/regions.csv',
  '/downloads/index.json',
];
const REGIONS = ['RU-TA', 'RU-MOW', 'RU-SPE', 'RU-SVE', 'RU-NVS', 'RU-KDA', 'RU-PRI', 'RU-KGD'];
const OPERATORS = ['mts', 't2', 'megafon', 'beeline', 'yota'];
const TRIED = ['bundle', 'payer', 'esim-member', 'watch', 'child', 'foreign', 'move-number'];

/** Milliseconds that a person looks at an answer, at most: readers do not all ask at once. */
const READ_PAUSE = 2_000;
/** Milliseconds between two reports of a writer, at most. */
const WRITE_PAUSE = 1_000;

interface Crowd {
  readonly readers: number;
  readonly writers: number;
  readonly seconds: number;
}

/** What a crowd met with. */
interface CrowdFigures {
  /** Milliseconds from the question to the last byte, of each read, in ascending order. */
  readonly reads: readonly number[];
  readonly written: number;
  /** Reports refused since enough of them wait about the same. */
  readonly full: number;
  readonly errors: readonly string[];
}

/** Lets readers and writers ask a service that limits nobody (`unlimited-server.ts`) for some seconds. */
export async function letAsk(origin: string, crowd: Crowd): Promise<CrowdFigures> {
  const end = performance.now() + crowd.seconds * 1_000;
  const reads: number[] = [];
  const errors: string[] = [];
  let written = 0;
  let full = 0;

  async function attempt(work: () => Promise<void>, pause: number): Promise<void> {
    await sleep(randomInt(pause));
    while (performance.now() < end) {
      await work().catch((error: unknown) => void errors.push(String(error)));
      await sleep(randomInt(pause));
    }
  }
  async function read(): Promise<void> {
    const path = READ[randomInt(READ.length)] ?? '/';
    const asked = performance.now();
    const response = await fetch(origin + path);
    await response.arrayBuffer();
    if (response.status === 200) reads.push(performance.now() - asked);
    else errors.push(`${path}: ${response.status}`);
  }
  async function write(): Promise<void> {
    const response = await fetch(`${origin}/api/v1/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({
        kind: 'experience',
        regionId: REGIONS[randomInt(REGIONS.length)],
        operatorId: OPERATORS[randomInt(OPERATORS.length)],
        tried: TRIED[randomInt(TRIED.length)],
        outcome: 'told-no',
        month: '2026-09',
        lang: 'ru',
      }),
    });
    const text = await response.text();
    if (response.status === 201) written += 1;
    else if (response.status === 429) full += 1;
    else errors.push(`report: ${response.status} ${text}`);
  }
  await Promise.all([
    ...Array.from({ length: crowd.readers }, () => attempt(read, READ_PAUSE)),
    ...Array.from({ length: crowd.writers }, () => attempt(write, WRITE_PAUSE)),
  ]);
  return { reads: reads.sort((a, b) => a - b), written, full, errors };
}

/** Sends one report, and so waits until the database is open: who tells of a crowd's waiting leaves that out. */
export async function openDatabase(origin: string): Promise<void> {
  for (let attempt = 0; attempt < 60; attempt++) {
    const opened = await letAsk(origin, { readers: 0, writers: 1, seconds: 1 });
    if (opened.written > 0) return;
  }
  throw new Error('the database is not open after a minute');
}
