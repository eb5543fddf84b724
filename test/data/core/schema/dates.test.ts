import { describe, expect, it } from 'vitest';
import {
  daysBetween,
  earliestDay,
  isValidOn,
  PartialDate,
} from '../../../../data/core/schema/dates.ts';

describe('dates of any precision', () => {
  it.each([
    ['2019', '2019-01-01'],
    ['2025-01', '2025-01-01'],
    ['2026-11-23', '2026-11-23'],
  ])('reads %s as beginning on %s', (date, day) => {
    expect(earliestDay(PartialDate.parse(date))).toBe(day);
  });

  it('refuses a day that does not exist', () => {
    expect(PartialDate.safeParse('2026-02-30').success).toBe(false);
  });

  it('counts the start of an interval and not its end', () => {
    const interval = { validFrom: '2025-09-01', validTo: '2026-09-01' };
    expect(isValidOn(interval, '2025-08-31')).toBe(false);
    expect(isValidOn(interval, '2025-09-01')).toBe(true);
    expect(isValidOn(interval, '2026-08-31')).toBe(true);
    expect(isValidOn(interval, '2026-09-01')).toBe(false);
  });

  it('counts days across a leap day', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  });
});
