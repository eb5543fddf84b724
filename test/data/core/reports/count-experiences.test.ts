import { describe, expect, it } from 'vitest';
import { createExperienceCounter } from '../../../../data/core/reports/count-experiences.ts';
import { type Experience, ExperienceCount } from '../../../../data/core/schema/report.ts';

const reports = (count: number, more: Partial<Experience> = {}): Experience[] =>
  Array.from({ length: count }, () => ({
    kind: 'experience',
    regionId: 'RU-TA',
    operatorId: 'mts',
    tried: 'bundle',
    outcome: 'worked',
    month: '2026-03',
    lang: 'ru',
    ...more,
  }));

const countExperiences = (experiences: readonly Experience[]): ExperienceCount[] => {
  const counter = createExperienceCounter();
  for (const experience of experiences) counter.add(experience);
  return [...counter.counts()];
};

describe('counts of experiences', () => {
  it('say only "some" below three, without an outcome', () => {
    expect(countExperiences([...reports(1), ...reports(1, { outcome: 'refused' })])).toEqual([
      { regionId: 'RU-TA', operatorId: 'mts', tried: 'bundle', size: 'some' },
    ]);
  });

  it('are few below five and many from then on', () => {
    expect(countExperiences(reports(3))).toMatchObject([{ size: 'few', total: 3 }]);
    expect(countExperiences(reports(4))).toMatchObject([{ size: 'few' }]);
    expect(countExperiences(reports(5))).toMatchObject([{ size: 'many' }]);
  });

  it('give each outcome, the months from first to last, and quarters with enough reports', () => {
    const counted = countExperiences([
      ...reports(7, { month: '2026-03' }),
      ...reports(2, { outcome: 'told-no', month: '2026-11' }),
    ]);
    expect(counted).toEqual([
      {
        regionId: 'RU-TA',
        operatorId: 'mts',
        tried: 'bundle',
        size: 'many',
        total: 9,
        outcomes: { worked: 7, 'told-no': 2 },
        since: '2026-03',
        until: '2026-11',
        quarters: [{ quarter: '2026-Q1', total: 7, outcomes: { worked: 7 } }],
      },
    ]);
    for (const count of counted) expect(ExperienceCount.parse(count)).toEqual(count);
  });

  it('are the same in whatever order the reports come', () => {
    const mixed = [
      ...reports(3),
      ...reports(4, { operatorId: 't2' }),
      ...reports(3, { tried: 'watch' }),
    ];
    expect(countExperiences(mixed.toReversed())).toEqual(countExperiences(mixed));
  });
});
