import { expect, it } from 'vitest';
import { countText } from '../../../client/components/families-say.tsx';
import type { ExperienceCount } from '../../../data/core/schema/report.ts';

const subject = { regionId: 'RU-TA', operatorId: 'mts', tried: 'bundle' } as const;
const counted = (size: 'few' | 'many', total: number): ExperienceCount => ({
  ...subject,
  size,
  total,
  outcomes: { worked: total - 1, 'told-no': 1 },
  since: '2026-03',
  until: '2026-11',
  quarters: [],
});

it('says each count with its number and span', () => {
  expect(countText(counted('many', 9), 'en')).toBe(
    '8 of 9: It worked, 1 of 9: They said it is not, since March 2026',
  );
  expect(countText(counted('few', 3), 'zh')).toContain('反馈较少');
});

it('says that few are few, and of one or two no more than that there are some', () => {
  expect(countText(counted('few', 4), 'en')).toContain('few reports');
  expect(countText({ ...subject, size: 'some' }, 'en')).toBe('some reports');
});
