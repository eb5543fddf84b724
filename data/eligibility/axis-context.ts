import type { Axis } from '../schema/axis.ts';

import type { Household } from '../schema/household.ts';
import { coversRegion, type RegionId } from '../schema/ids.ts';
import type { Plan } from '../schema/plan.ts';
import type { IndexedFinding, OperatorIndex } from './claim-index.ts';
import { type Candidate, decide, type Moment, type Outcome } from './decide.ts';
import type { DeviceCatalogue } from './device-catalogue.ts';
import type { LawInForce } from './law-in-force.ts';

/** What the axes that look only at people and devices are given. */
export type HouseholdContext = {
  household: Household;
  moment: Moment;
  law: LawInForce;
  devices: DeviceCatalogue;
};

/** What the axes that look at an operator, and at one of its plans, are given. */
export type OperatorContext = HouseholdContext & {
  operator: OperatorIndex;
  /** Contract regions of the lines, each once, in order of first appearance. */
  regionIds: readonly RegionId[];
  /** Absent when the operator has no plan that is or may be open. */
  plan: Plan | undefined;
};

/** Contract regions of a household's lines, each once. */
export function contractRegions(household: Household): RegionId[] {
  return [...new Set(household.lines.map((line) => line.contractRegionId))];
}

/** Decides an axis in one region from the operator's findings there, those of other plans left out. */
export function decideInRegion(
  axis: Axis,
  context: OperatorContext,
  regionId: RegionId,
  accepts: (finding: IndexedFinding) => boolean = () => true,
): Outcome {
  const candidates = context.operator
    .findings(axis, regionId)
    .filter(({ finding }) => finding.planId === undefined || finding.planId === context.plan?.id)
    .filter(accepts);
  const outcome = decide(axis, candidates.map(toCandidate), context.moment);
  if (outcome.value !== 'unknown') return outcome;
  return { ...outcome, openQuestionIds: openQuestionIds(axis, context, regionId) };
}

function toCandidate(entry: IndexedFinding): Candidate {
  const { value, conditions } = entry.finding;
  return { claim: entry.claim, value, conditions, scope: entry.scope, replaced: entry.replaced };
}

/** Decides a term of a plan from the claims behind the term. */
export function decideTerm(
  axis: Axis,
  context: OperatorContext,
  claimIds: readonly string[],
  term: Pick<Candidate, 'value' | 'conditions'>,
): Outcome {
  const candidates = claimIds.flatMap((id) => {
    const claim = context.operator.claims.get(id);
    return claim === undefined ? [] : [{ claim, scope: claim.claim.regionIds, ...term }];
  });
  return decide(axis, candidates, context.moment);
}

/** What was looked for and not found about an axis in a region. */
export function openQuestionIds(
  axis: Axis,
  context: OperatorContext,
  regionId: RegionId,
): string[] {
  return context.operator.openQuestions
    .filter(
      (question) =>
        question.status !== 'answered' &&
        question.axes.includes(axis) &&
        coversRegion(question.regionIds, regionId) &&
        (question.planId === undefined || question.planId === context.plan?.id),
    )
    .map((question) => question.id);
}

/** An outcome that follows from the household alone, without evidence. */
export function plainOutcome(
  value: Outcome['value'],
  reason: Outcome['reason'],
  conditions: Outcome['conditions'] = [],
): Outcome {
  return { value, reason, conditions, evidence: [], openQuestionIds: [] };
}
