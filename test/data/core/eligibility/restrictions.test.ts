import { describe, expect, it } from 'vitest';
import {
  LISTED_DAYS,
  reportAgeDays,
  restrictionHolds,
} from '../../../../data/core/eligibility/claims/restrictions.ts';
import {
  RESTRICTION_KINDS,
  type RestrictionKind,
} from '../../../../data/core/schema/restriction.ts';

const reported = '2026-01-01';
const dayAfter = (days: number) =>
  new Date(Date.parse(reported) + days * 86_400_000).toISOString().slice(0, 10);

const restriction = (kind: RestrictionKind, rest: { from?: string; to?: string } = {}) => ({
  kind,
  from: '2025-10',
  lastReportedOn: reported,
  claims: [],
  ...rest,
});

describe('a restriction without a known end', () => {
  it.each([
    ['cut', 90],
    ['white-list', 365],
    ['lasting-zones', 730],
    ['cooling', 730],
    ['activation-abroad', 730],
  ] as const)('of the kind %s is listed for %i days after its last report', (kind, days) => {
    expect(restrictionHolds(restriction(kind), dayAfter(days))).toBe(true);
    expect(restrictionHolds(restriction(kind), dayAfter(days + 1))).toBe(false);
  });

  it('is not listed before it begins, nor far ahead, whatever its kind', () => {
    expect(Object.keys(LISTED_DAYS).sort()).toEqual([...RESTRICTION_KINDS].sort());
    for (const kind of RESTRICTION_KINDS) {
      expect(restrictionHolds(restriction(kind), '2025-09-30')).toBe(false);
      expect(restrictionHolds(restriction(kind), '2035-01-01')).toBe(false);
    }
  });

  it('tells how old its last report is', () => {
    expect(reportAgeDays(restriction('cut'), dayAfter(42))).toBe(42);
    expect(reportAgeDays(restriction('cut'), '2025-12-01')).toBe(0);
  });
});

describe('a restriction with a known end', () => {
  it('is listed until then, and no longer', () => {
    const ended = restriction('cut', { from: '2025-12-30', to: '2026-01-05' });
    expect(restrictionHolds(ended, '2026-01-04')).toBe(true);
    expect(restrictionHolds(ended, '2026-01-05')).toBe(false);
  });
});
