import { describe, expect, it } from 'vitest';
import {
  LISTED_DAYS,
  lastReportOf,
  reportAgeDays,
  restrictionHolds,
} from '../../../../data/core/eligibility/claims/restrictions.ts';
import {
  RESTRICTION_KINDS,
  type RestrictionKind,
} from '../../../../data/core/schema/restriction.ts';
import { claim, dataset } from '../../../fixtures/dataset-builder.ts';

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

  it('was last reported on the newest day of its claims where it names no day itself', () => {
    const [told] = dataset([], {
      restrictions: [
        {
          id: 'told',
          kind: 'cut',
          title: { ru: 'x', en: 'x', zh: 'x' },
          advice: { ru: 'x', en: 'x', zh: 'x' },
          regionIds: 'RU',
          from: '2025-10',
          claims: [
            claim('new', [], { observedOn: '2025-12' }),
            claim('old', [], { observedOn: '2025-11-03' }),
            claim('undated', [], { sourceIds: ['official-undated'] }),
          ],
        },
      ],
    }).restrictions;
    if (told === undefined) throw new Error('the dataset has a restriction');
    expect(lastReportOf(told)).toBe('2025-12-31');
    expect(lastReportOf({ ...told, claims: told.claims.slice(1) })).toBe('2025-11-03');
    expect(lastReportOf({ ...told, claims: [] })).toBe('2025-10-01');
    expect(lastReportOf({ ...told, lastReportedOn: '2026-02' })).toBe('2026-02-01');
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
