import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadApp } from '../../server/load-app.ts';
import { ProblemError } from '../../server/middleware/problem.ts';
import { createComputing } from '../../server/middleware/send-answer.ts';
import { createTestApp, TODAY } from './test-app.ts';

describe('features and tiles worked out before anybody asks', () => {
  it('are there when the first request comes: nothing is left to work out', async () => {
    const { collections, prepareCollections } = await createTestApp();
    const stepsOf = async () => {
      let steps = 0;
      const count = () => {
        steps += 1;
        return undefined;
      };
      for (const collection of collections) {
        await collection.prepare(TODAY, count);
        await collection.prepareTiles(count);
      }
      return steps;
    };
    await prepareCollections();
    expect(await stepsOf()).toBe(0);
  });

  it('keep no service from starting where others leave no time for them', async () => {
    const busy = new ProblemError(503, 'no time');
    const { unsent } = createComputing();
    const loaded = await loadApp(join(import.meta.dirname, '../..'), {
      today: () => TODAY,
      onFault: console.error,
      computing: { unsent, queue: { run: () => Promise.reject(busy) } },
    });
    await expect(loaded.prepareCollections()).resolves.toBeUndefined();
  });
});
