import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDist } from '../../data/tools/files/read-dist.ts';
import { createReceiptKeys, createReceipts } from '../../server/receipts/receipts.ts';
import { createTestApp, type TestApp } from '../server/test-app.ts';
import { ask } from './ask.ts';
import { climb, createRandom, type Kind } from './climb.ts';
import { createWorkCounter, type WorkCounter } from './counted-work.ts';
import { kindsOf, namedOf } from './kinds/kinds.ts';
import { reportsToBegin } from './kinds/report-kinds.ts';
import { fillFolder } from './many-cases.ts';

const DIST = join(import.meta.dirname, '../../data/dist');
/** Nobody's share of reports is used up. */
const NO_LIMIT = 1e9;
/** Requests that are tried of each kind; `npm run bench:worst` tries more. */
const ROUNDS = 14;
/** Cases that the desk has decided; `npm run bench:cases` goes up to the most that are stored. */
const DECIDED_CASES = 1_000;
/** Characters of a request that was too costly: some are long. */
const LONGEST_TOLD = 500;
/** Native code takes on some hundred bytes for one block that is entered. */
const BYTES_A_STEP = 10;

/**
 * Blocks entered, and bytes written in tens, by the worst request of a route; about twice what the search finds. A million
 * takes some 20 ms of a slow processor, of which no slice holds the others for more than a few: see `npm run bench:worst`.
 */
const MOST_WORK: Readonly<Record<string, number>> = {
  'items of regions': 7_000_000,
  'items of places': 7_000_000,
  'items of operator-regions': 8_000_000,
  'one of regions': 250_000,
  'one of places': 400_000,
  'one of operator-regions': 700_000,
  'tiles of regions': 25_000_000,
  'tiles of places': 4_000_000,
  'tiles of operator-regions': 3_000_000,
  eligibility: 4_000_000,
  'eligibility of a household': 10_000_000,
  'calls of assistants': 10_000_000,
  'locate many points': 15_000_000,
  'search of places': 1_500_000,
  'description of the API': 9_000_000,
  'facts of regions': 150_000,
  lists: 500_000,
  receipts: 1_000_000,
  numbers: 50_000,
  reports: 600_000,
  'the form of a report': 100_000,
  'tasks for reports': 20_000,
  'all published cases': 1_000_000,
  cases: 100_000,
  files: 1_200_000,
  'header fields': 500_000,
  pages: 2_000_000,
  'the page of the map': 200_000,
  'the page of a comparison': 100_000,
  'texts, tables, feeds and pictures': 250_000,
};

let test: TestApp;
let counter: WorkCounter;
let kinds: readonly Kind[];
beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'worst-'));
  await fillFolder(dataDir, DECIDED_CASES, namedOf(await readDist(DIST)));
  test = await createTestApp({
    dataDir,
    shares: { plainANetwork: NO_LIMIT, plain: NO_LIMIT },
    receipts: createReceipts({
      keys: createReceiptKeys(join(dataDir, 'keys.json')),
      ...{ rulesVersion: '0', headers: { fields: {} }, onFault: console.error },
    }),
  });
  await test.site.pages.prepare();
  const { dataset, places, releases } = test.service;
  const files = [...test.site.files.keys()].filter((path) => path.startsWith('/downloads/'));
  const known = { dataset, places, releases: [...releases.keys()], files };
  kinds = kindsOf(known);
  for (const body of reportsToBegin(namedOf(known))) {
    const headers = { 'content-type': 'application/json' };
    await test.app.request('/api/v1/reports', { method: 'POST', headers, body });
  }
  counter = createWorkCounter();
});
afterAll(() => counter.stop());

describe('the worst request that a search finds', () => {
  it('takes no more work than its route may', async () => {
    const random = createRandom(7);
    const tooCostly: string[] = [];
    for (const kind of kinds) {
      const most = MOST_WORK[kind.name] ?? 0;
      const { cost, parts } = await climb(kind, ROUNDS, random, async (drawn) => {
        counter.take();
        const { status, bytes } = await ask(test, kind, drawn);
        return (kind.answers ?? [200]).includes(status)
          ? counter.take() + bytes / BYTES_A_STEP
          : undefined;
      });
      expect(cost, `nothing was answered of ${kind.name}`).toBeGreaterThan(0);
      if (cost > most)
        tooCostly.push(
          `${kind.name} ${cost} > ${most}: ${JSON.stringify(parts).slice(0, LONGEST_TOLD)}`,
        );
    }
    expect(tooCostly).toEqual([]);
  });
});
