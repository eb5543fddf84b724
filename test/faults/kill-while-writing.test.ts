import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { postgresFolder } from '../server/reports/engines.ts';
import { startService } from '../start-service.ts';
import { killWhileWriting, REPORTS_ALONE } from './kill-while-writing.ts';
import { embeddedStores, type KilledStores, postgresStores } from './killed-stores.ts';

const ROOT = join(import.meta.dirname, '../..');

/** `npm run test:faults` does 200. */
const KILLS = 10;

async function killsOf(stores: KilledStores) {
  onTestFinished(stores.stop);
  return killWhileWriting({
    kills: KILLS,
    killsAStore: KILLS / 2,
    start: (environment) => startService(environment, ROOT, undefined, REPORTS_ALONE),
    newStore: stores.newStore,
    tell: () => {},
  });
}

describe('a service that is killed while reports are written', () => {
  it('has every acknowledged report once afterwards, in the embedded database', async () => {
    const figures = await killsOf(embeddedStores());
    expect(figures).toMatchObject({ lost: [], twice: 0 });
    expect(figures.acknowledged).toBeGreaterThan(0);
  });

  it.runIf(postgresFolder() !== undefined)('has it in PostgreSQL', async () => {
    const figures = await killsOf(await postgresStores());
    expect(figures).toMatchObject({ lost: [], twice: 0 });
    expect(figures.acknowledged).toBeGreaterThan(0);
  });
});
