import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worstOf } from '../../../../data/core/eligibility/claims/combine.ts';
import { createAssessor } from '../../../../data/core/eligibility/create-assessor.ts';
import { applyChanges } from '../../../../data/core/eligibility/outlook/changes.ts';
import type { AxisResult } from '../../../../data/core/schema/assessment.ts';
import { DatasetOperator } from '../../../../data/core/schema/dataset.ts';
import type { Household } from '../../../../data/core/schema/household.ts';
import type { Change, ChangeSet } from '../../../../data/core/schema/outlook.ts';
import {
  AXES,
  type Axis,
  REACHES,
  SUPPORTS,
  supportRank,
  VERDICTS,
  type Verdict,
  verdictRank,
} from '../../../../data/core/schema/verdict.ts';
import { anyHousehold } from '../../../fixtures/any-household.ts';
import { claim, dataset, finding, operator } from '../../../fixtures/dataset-builder.ts';
import { readVectorDataset } from '../../../vectors/read-vectors.ts';

const asOf = '2026-11-23';
const facts = readVectorDataset('test/vectors');
const { assess } = createAssessor(facts.dataset, facts.devices);
const OPERATOR_IDS = ['alpha', 'beta', 'gamma', 'epsilon', 'zeta', 'eta'];

/** Verdict and axis values by operator: what may not depend on the order of anything. */
function values(assessment: ReturnType<typeof assess>) {
  return assessment.operators.map(({ operatorId, verdict, axes }) => ({
    operatorId,
    verdict,
    axes: axes.map(({ axis, value }) => `${axis} ${value}`),
  }));
}

describe('an assessment', () => {
  it('does not depend on the order of lines, members, operators or claims', () => {
    const shuffledDataset = {
      ...facts.dataset,
      operators: facts.dataset.operators
        .map((entry) => ({ ...entry, claims: entry.claims.toReversed() }))
        .reverse(),
      laws: facts.dataset.laws.toReversed(),
    };
    const other = createAssessor(shuffledDataset, facts.devices.toReversed());
    fc.assert(
      fc.property(anyHousehold(), (household) => {
        const turned = {
          ...household,
          lines: household.lines.toReversed(),
          members: household.members.toReversed(),
        };
        expect(values(other.assess(turned, { asOf }))).toEqual(values(assess(household, { asOf })));
      }),
      { numRuns: 30 },
    );
  });

  it('is the worst of its axes for each operator and the best over the operators', () => {
    fc.assert(
      fc.property(anyHousehold(), (household) => {
        const { verdict, operators } = assess(household, { asOf });
        for (const entry of operators) {
          const ranks = entry.axes.map(({ value }) => verdictRank(value));
          expect(verdictRank(entry.verdict)).toBe(Math.min(...ranks));
        }
        const best = Math.max(...operators.map((entry) => verdictRank(entry.verdict)));
        expect(verdictRank(verdict)).toBe(best);
      }),
      { numRuns: 30 },
    );
  });

  it('is the worst of its groups of lines, which are all of the lines, and says which decide', () => {
    fc.assert(
      fc.property(anyHousehold(), (household) => {
        for (const { verdict, lineGroups } of assess(household, { asOf }).operators) {
          expect(worstOf(lineGroups.map((group) => group.verdict))).toBe(verdict);
          const lineIds = lineGroups.flatMap((group) => group.lineIds);
          expect(lineIds.sort()).toEqual(household.lines.map(({ id }) => id).sort());
          for (const group of lineGroups) expect(group.decides).toBe(group.verdict === verdict);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('never goes without its support, nor does any axis that rests on evidence', () => {
    fc.assert(
      fc.property(anyHousehold(), (household) => {
        const answer = assess(household, { asOf });
        for (const { support, axes, verdict } of answer.operators) {
          expect(SUPPORTS).toContain(support);
          if (verdict === 'yes' || verdict === 'partial') {
            expect(['stated', 'reported', 'countrywide']).toContain(support);
          }
          for (const axis of axes) {
            const rests = axis.evidence.some(({ role }) => role === 'decisive');
            if (rests && axis.reason.code !== 'assumption') expect(axis.support).toBeDefined();
            if (axis.value === 'unknown') expect(['lead', 'none']).toContain(axis.support);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is no better for a bundle or a payer than for either', () => {
    fc.assert(
      fc.property(anyHousehold(), (household) => {
        const { verdict, sharing } = assess(household, { asOf });
        const best = Math.max(
          verdictRank(sharing.bundle.verdict),
          verdictRank(sharing.payer.verdict),
        );
        expect(best).toBeLessThanOrEqual(Math.max(verdictRank(verdict), verdictRank('unknown')));
        for (const wish of ['bundle', 'payer'] as const) {
          expect(assess(household, { asOf, sharing: wish })).toMatchObject({
            verdict: sharing[wish].verdict,
            support: sharing[wish].support,
            sharing,
          });
        }
      }),
      { numRuns: 30 },
    );
  });

  it('gives every partial axis a condition', () => {
    fc.assert(
      fc.property(anyHousehold(), (household) => {
        const partial = assess(household, { asOf })
          .operators.flatMap(({ axes }) => axes)
          .filter(({ value }) => value === 'partial');
        expect(partial.filter(({ conditions }) => conditions.length === 0)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

type Written = ReturnType<typeof claim>;

/** A claim on one of the axes that claims decide, of any strength and age. */
const anyClaim = (id: string) =>
  fc
    .record({
      axis: fc.constantFrom<Axis>('presence', 'esim', 'sharedPlan', 'formFactor'),
      value: fc.constantFrom('no' as const, 'partial' as const, 'yes' as const),
      source: fc.constantFrom(
        ...['official', 'register', 'press', 'secondary'],
        ...['official-old', 'official-undated', 'press-undated', 'secondary-undated'],
      ),
      reach: fc.constantFrom(...REACHES),
      method: fc.constantFrom('stated' as const, 'assumed' as const),
      everywhere: fc.boolean(),
      checkedOn: fc.constantFrom('2026-11-23', '2024-01-01'),
    })
    .map(({ axis, value, source, reach, method, everywhere, checkedOn }) =>
      claim(id, [finding(axis, value)], {
        sourceIds: [source],
        method,
        reach,
        checkedOn,
        regionIds: everywhere ? 'RU' : ['RU-MOW'],
      }),
    );

const someClaims = fc
  .integer({ min: 0, max: 8 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => anyClaim(`claim-${i}`))));

const FIXTURE = dataset([operator('alpha')]);

/** The axes of an operator with these claims, its plan limit apart. */
function assessWith(claims: Written[]): AxisResult[] {
  const written = operator('alpha', { claims: [...claims, claim('plan-open', [])] });
  const parsed = { ...FIXTURE, operators: [DatasetOperator.parse(written)] };
  return createAssessor(parsed, []).assessRegion('RU-MOW', { asOf }).operators[0]?.axes ?? [];
}

function verdictWith(claims: Written[]): Verdict {
  return worstOf(assessWith(claims).map(({ value }) => value));
}

describe('evidence', () => {
  it('for yes never makes a verdict worse', () => {
    fc.assert(
      fc.property(someClaims, anyClaim('more'), (claims, more) => {
        const positive = {
          ...more,
          findings: more.findings?.filter((x) => x.value !== 'no') ?? [],
        };
        const before = verdictRank(verdictWith(claims));
        expect(verdictRank(verdictWith([...claims, positive]))).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  it('for yes never weakens the support of an axis that keeps its value, nor asks more because of gaps', () => {
    const gaps = ({ conditions }: AxisResult) =>
      conditions.filter(
        ({ code }) => code === 'confirm-with-operator' || code === 'issue-channel-unknown',
      ).length;
    fc.assert(
      fc.property(someClaims, anyClaim('more'), (claims, more) => {
        const positive = {
          ...more,
          findings: more.findings?.filter(({ value }) => value !== 'no') ?? [],
        };
        const before = assessWith(claims);
        for (const after of assessWith([...claims, positive])) {
          const same = before.find(({ axis }) => axis === after.axis);
          // An axis that was assumed may come to rest on evidence.
          if (same === undefined || same.value !== after.value || same.support === undefined)
            continue;
          expect(supportRank(after.support)).toBeLessThanOrEqual(supportRank(same.support));
          expect(gaps(after)).toBeLessThanOrEqual(gaps(same));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('taken away never raises the support of an axis that keeps its value', () => {
    fc.assert(
      fc.property(someClaims, fc.nat(), (claims, index) => {
        const before = assessWith(claims);
        for (const after of assessWith(claims.filter((_, i) => i !== index % claims.length))) {
          const same = before.find(({ axis }) => axis === after.axis);
          if (same === undefined || same.value !== after.value || after.support === undefined)
            continue;
          expect(supportRank(after.support)).toBeGreaterThanOrEqual(supportRank(same.support));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('that is a lead changes no value and no support but none to lead', () => {
    fc.assert(
      fc.property(someClaims, anyClaim('lead'), (claims, more) => {
        const lead = { ...more, reach: 'elsewhere' as const };
        const before = assessWith(claims);
        for (const after of assessWith([...claims, lead])) {
          const same = before.find(({ axis }) => axis === after.axis);
          expect(after.value).toBe(same?.value);
          if (same?.support !== 'none') expect(after.support).toBe(same?.support);
          else expect(['none', 'lead']).toContain(after.support);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('taken away never turns an unknown axis into no', () => {
    fc.assert(
      fc.property(someClaims, fc.nat(), (claims, index) => {
        const before = assessWith(claims);
        const without = assessWith(claims.filter((_, i) => i !== index % claims.length));
        const unknown = before.filter(({ value }) => value === 'unknown').map(({ axis }) => axis);
        expect(
          without.filter(({ axis, value }) => unknown.includes(axis) && value === 'no'),
        ).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('taken away never turns an unknown verdict into no, unless it was all that outweighed a no', () => {
    fc.assert(
      fc.property(someClaims, fc.nat(), (claims, index) => {
        const before = assessWith(claims);
        // Not the reason: where both sides only assume, it is `assumption`.
        const isContested = before.some(({ evidence }) =>
          evidence.some(({ role }) => role === 'contradicting'),
        );
        if (isContested || verdictWith(claims) !== 'unknown') return;
        const fewer = claims.filter((_, i) => i !== index % claims.length);
        expect(verdictWith(fewer)).not.toBe('no');
      }),
      { numRuns: 100 },
    );
  });
});

/** Sets of changes that ask for a little less: one change left out, or one number less given up. */
function lesserSets({ changes }: ChangeSet): Change[][] {
  return changes.flatMap((change, index) => {
    const others = changes.filter((_, other) => other !== index);
    if (change.code !== 'free-numbers' || change.params.count === 1) return [others];
    const params = { ...change.params, count: change.params.count - 1 };
    return [others, [...others, { ...change, params }]];
  });
}

describe('a change set', () => {
  /** The verdict of its operator after its changes, or after others. */
  const rankAfter = (household: Household, set: ChangeSet, changes = set.changes) =>
    verdictRank(
      assess(applyChanges(household, changes), { asOf, operatorIds: [set.operatorId] }).verdict,
    );

  it('reaches at least what it promises, and with any less does not', () => {
    let sets = 0;
    fc.assert(
      fc.property(anyHousehold(), (household) => {
        for (const entry of assess(household, { asOf }).operators) {
          for (const set of entry.changes) {
            sets++;
            expect(verdictRank(set.verdict)).toBeGreaterThan(verdictRank(entry.verdict));
            expect(rankAfter(household, set)).toBeGreaterThanOrEqual(verdictRank(set.verdict));
            for (const less of lesserSets(set)) {
              expect(rankAfter(household, set, less)).toBeLessThan(verdictRank(set.verdict));
            }
          }
        }
      }),
      { numRuns: 30 },
    );
    expect(sets).toBeGreaterThan(10);
  });

  it('of the whole assessment reaches more than the operators that were asked about', () => {
    fc.assert(
      fc.property(anyHousehold(), fc.constantFrom(...OPERATOR_IDS), (household, operatorId) => {
        const { verdict, changes } = assess(household, { asOf, operatorIds: [operatorId] });
        for (const set of changes) {
          expect(verdictRank(set.verdict)).toBeGreaterThan(verdictRank(verdict));
          expect(rankAfter(household, set)).toBeGreaterThanOrEqual(verdictRank(set.verdict));
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('the worst of ten axes', () => {
  it('is that of two after two, in all 4^10 combinations', () => {
    const combination: Verdict[] = [];
    let wrong = 0;
    let seen = 0;
    const visit = (expected: Verdict) => {
      if (combination.length === AXES.length) {
        seen++;
        if (worstOf(combination) !== expected) wrong++;
        return;
      }
      for (const verdict of VERDICTS) {
        combination.push(verdict);
        visit(worstOf([expected, verdict]));
        combination.pop();
      }
    };
    visit('yes');
    expect(seen).toBe(4 ** AXES.length);
    expect(wrong).toBe(0);
  });
});
