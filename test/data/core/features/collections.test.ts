import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mobileInternetLimits } from '../../../../data/core/eligibility/claims/restrictions.ts';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import { evidenceDays, intervalStart } from '../../../../data/core/features/collections.ts';
import type { IsoDate } from '../../../../data/core/schema/dates.ts';
import { readDist } from '../../../../data/tools/files/read-dist.ts';

const { dataset, devices } = await readDist(join(import.meta.dirname, '../../../../data/dist'));
const assessor = createAssessor(dataset, devices);
const days = evidenceDays(dataset);

/** All that a collection tells of a region on a day. */
const toldOf = (regionId: string, day: IsoDate) => ({
  ...assessor.summariseRegion(regionId, day),
  ...mobileInternetLimits(dataset.restrictions, regionId, day),
});

const lastDayOf = (interval: number): IsoDate => {
  const next = days[interval + 1];
  if (next === undefined) return '2999-12-31';
  return new Date(Date.parse(next) - 86_400_000).toISOString().slice(0, 10);
};
const longIntervals = days
  .map((first, index): [IsoDate, IsoDate] => [first, lastDayOf(index)])
  .filter(([first, last]) => first < last);

describe('the days on which verdicts may change', () => {
  it('are in order, each once', () => {
    expect(days).toEqual([...new Set(days)].sort());
  });

  it.each(longIntervals.filter((_, index) => index % Math.ceil(longIntervals.length / 12) === 0))(
    'leave all regions as they are from %s to %s',
    (first, last) => {
      for (const { id } of dataset.regions.filter((_, index) => index % 8 === 0)) {
        expect(toldOf(id, last)).toEqual(toldOf(id, first));
      }
    },
  );

  it('say in which interval a day lies', () => {
    const list = ['2026-01-01', '2026-02-01'];
    expect(intervalStart(list, '2025-12-31')).toBeUndefined();
    expect(intervalStart(list, '2026-01-01')).toBe('2026-01-01');
    expect(intervalStart(list, '2026-01-31')).toBe('2026-01-01');
    expect(intervalStart(list, '2030-01-01')).toBe('2026-02-01');
  });
});
