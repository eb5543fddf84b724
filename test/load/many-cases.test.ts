import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../server/reports/engines.ts';
import { startReports } from '../server/reports/reports-service.ts';
import { createWorkCounter, longestTurn, type WorkCounter } from './counted-work.ts';
import { fillFolder } from './many-cases.ts';

const ABOUT = { regionIds: ['RU-TA', 'RU-MOW', 'RU-SPE'], operatorIds: ['mts', 't2'] };
const [FEW, MANY] = [1_000, 4_000];
/** What begins and ends an answer is the same for all; it is not exact to the block. */
const ROOM = 1.5;

let counter: WorkCounter;
beforeAll(() => {
  counter = createWorkCounter();
});
afterAll(() => counter.stop());

/** The most work of one turn while an address is answered, with so many decided cases. */
async function turnsWith(count: number, paths: readonly string[]): Promise<number[]> {
  const dataDir = temporaryFolder();
  await fillFolder(dataDir, count, ABOUT);
  const service = await startReports({ dataDir });
  // What is asked for first opens the database.
  await service.request('/api/v1/cases?limit=1');
  const turns: number[] = [];
  for (const path of paths) {
    const turn = await longestTurn(counter, async () => {
      const response = await service.request(path);
      expect(response.status).toBe(200);
      await response.arrayBuffer();
    });
    turns.push(turn);
  }
  await service.part.close();
  return turns;
}

describe('what is made of all cases', () => {
  it('takes no more work in one turn of the event loop, however many there are', async () => {
    const paths = [
      '/api/v1/cases/published',
      '/api/v1/cases?limit=100',
      '/ru/cases',
      '/ru/cases.atom',
    ];
    const [few, many] = [await turnsWith(FEW, paths), await turnsWith(MANY, paths)];
    const grown = paths.filter((_, at) => (many[at] ?? 0) > (few[at] ?? 0) * ROOM);
    expect(grown, `${few} ${many}`).toEqual([]);
    expect(Math.min(...few)).toBeGreaterThan(0);
  });
});
