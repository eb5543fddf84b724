import { readdirSync } from 'node:fs';
import { readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCalendar } from '../../server/api/datetime.ts';
import { createLiveApp, type LiveApp } from '../../server/live-app.ts';
import { megabytesInUse } from '../collect-garbage.ts';
import { publishedCount } from '../fixtures/reports.ts';
import { copyProject, type ProjectCopy, putFile, putReports } from '../project-copy.ts';

const HOUR_MS = 3_600_000;
/** Half past eight in the evening by Greenwich, half past eleven in Moscow: midnight is the first thing that happens. */
const START = Date.parse('2026-11-30T20:30:00Z');
/** A release may have as many open files as the one before; a few more are the test's own. */
const FEW_FILES = 20;
/** What the collector leaves differs from time to time; a release of the data is some 20 MB. */
const SOME_MEGABYTES = 15;

/** Hours after the start at which the data are replaced, and at which they are replaced by something broken. */
const RELEASES = [2, 6, 10, 14, 18, 22];
const BROKEN = [4, 16];
/** Hours at which the clock is wrong by so many hours until the next one. */
const CLOCK_STEPS: Readonly<Record<number, number>> = { 8: -11, 12: +30, 20: -1 };

let now = START;
let copy: ProjectCopy;
let live: LiveApp;
const faults: unknown[] = [];
beforeAll(async () => {
  copy = await copyProject();
  live = await createLiveApp(copy.folder, {
    today: createCalendar(() => now),
    onFault: (error) => faults.push(error),
    origin: 'https://map.example',
    formerReleases: 2,
  });
});
afterAll(() => copy.remove());

const ask = async (path: string) => live.current().app.request(`https://map.example${path}`);

/** What the service holds after the collector has been. */
async function held(): Promise<{ megabytes: number; files: number }> {
  return { megabytes: await megabytesInUse(), files: readdirSync('/proc/self/fd').length };
}

/** The day in Moscow, by another library than the service's own reckoning. */
const moscow = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Moscow' });

describe('a day of the service, told by a clock of the test', () => {
  it('has an answer of the present day at each hour, through midnight, clock steps and releases, and holds no more at its end', async () => {
    const seen = new Set<string>();
    const after: Awaited<ReturnType<typeof held>>[] = [];
    let hour = 0;
    for (let total = 5; hour <= 24; hour += 1) {
      now = START + (hour + (CLOCK_STEPS[hour] ?? 0)) * HOUR_MS;
      if (RELEASES.includes(hour)) {
        total += 1;
        await putReports(copy, publishedCount(total));
        expect(await live.refresh()).toEqual({ outcome: 'taken' });
        after.push(await held());
      }
      if (BROKEN.includes(hour)) {
        const path = join(copy.folder, 'data/dist/dataset.json');
        const whole = await readFile(path);
        await putFile(path, whole);
        await truncate(path, whole.length >> 1);
        expect(await live.refresh()).toMatchObject({ outcome: 'refused' });
        await putFile(path, whole);
      }
      const today = moscow.format(now);
      seen.add(today);
      const household = await (await ask('/api/v1/eligibility?region=RU-TA&members=3')).json();
      expect(household, `hour ${hour}`).toMatchObject({ asOf: today });
      const region = await (await ask('/api/v1/collections/regions/items/RU-TA?f=json')).json();
      expect(JSON.stringify(region), `hour ${hour}`).toContain(`"as_of":"${today}"`);
      for (const path of ['/ru/', '/ru/regions/RU-TA', '/readyz', '/api/v1/locate?lon=49&lat=56']) {
        expect((await ask(path)).status, `${path} at hour ${hour}`).toBe(200);
      }
    }
    expect(faults).toEqual([]);
    // Midnight, and what the clock's steps made of it.
    expect(seen.size).toBeGreaterThanOrEqual(3);
    const [first, last] = [after[1], after.at(-1)];
    expect((last?.files ?? Infinity) - (first?.files ?? 0)).toBeLessThan(FEW_FILES);
    expect((last?.megabytes ?? Infinity) - (first?.megabytes ?? 0)).toBeLessThan(SOME_MEGABYTES);
  });
});
