import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  freshnessOf,
  isCheckDue,
  isStale,
  THRESHOLDS,
} from '../../../../data/core/eligibility/claims/freshness.ts';
import { FRESHNESS } from '../../../../data/core/schema/claim.ts';

const asOf = '2026-11-23';

/** The day a number of days before `asOf`, by the calendar and not by the code under test. */
function daysBefore(days: number): string {
  const date = new Date(`${asOf}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

describe('the age of evidence', () => {
  it.each([
    [0, 'current'],
    [365, 'current'],
    [366, 'ageing'],
    [1095, 'ageing'],
    [1096, 'old'],
  ])('%i days after the day it speaks for is %s', (days, freshness) => {
    expect(freshnessOf(daysBefore(days), asOf)).toBe(freshness);
  });

  it('is undated without a day, and counts a month from its first day', () => {
    expect(freshnessOf(undefined, asOf)).toBe('undated');
    expect(freshnessOf('2025-11', asOf)).toBe('ageing');
  });

  it.each([
    [365, false, false],
    [366, true, false],
    [730, true, false],
    [731, true, true],
  ])('%i days after our last look: due %s, stale %s', (days, due, stale) => {
    expect(isCheckDue(daysBefore(days), asOf)).toBe(due);
    expect(isStale(daysBefore(days), asOf)).toBe(stale);
  });

  it('never gets younger', () => {
    const day = fc.integer({ min: 0, max: 2 * THRESHOLDS.ageingDays }).map(daysBefore);
    fc.assert(
      fc.property(day, day, day, (observedOn, one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        expect(FRESHNESS.indexOf(freshnessOf(observedOn, later))).toBeGreaterThanOrEqual(
          FRESHNESS.indexOf(freshnessOf(observedOn, earlier)),
        );
        expect(isStale(observedOn, later) || !isStale(observedOn, earlier)).toBe(true);
      }),
    );
  });
});
