import type { Axis } from '../../schema/axis.ts';
import type { DeviceKind } from '../../schema/device.ts';
import type { Household } from '../../schema/household.ts';
import { coversRegion, type RegionId } from '../../schema/ids.ts';
import type { Plan } from '../../schema/plan.ts';
import type { IndexedFinding, OperatorIndex } from '../claims/claim-index.ts';
import { conditionKey } from '../claims/combine.ts';
import {
  type Candidate,
  decide,
  type Moment,
  NOTHING_KNOWN,
  type Outcome,
} from '../claims/decide.ts';
import type { LawInForce } from '../claims/law-in-force.ts';
import type { DeviceCatalogue } from './device.ts';

/** What the axes that look only at people and devices are given. */
export type HouseholdContext = {
  household: Household;
  moment: Moment;
  law: LawInForce;
  devices: DeviceCatalogue;
  /** Decisions of this moment that depend on no household, so that the next one need not repeat them. */
  decisions: Map<string, Outcome>;
};

/** What the axes that look at an operator, and at one of its plans, are given. */
export type OperatorContext = HouseholdContext & {
  operator: OperatorIndex;
  /** Contract regions of the lines, each once, in order of first appearance. */
  regionIds: readonly RegionId[];
  /** Absent when the operator has no plan that is or may be open. */
  plan: Plan | undefined;
};

/**
 * Decides an axis in one region from the operator's findings there. Findings about another plan, or about other
 * kinds of device than the one asked for, are left out.
 */
export function decideInRegion(
  axis: Axis,
  context: OperatorContext,
  regionId: RegionId,
  deviceKind?: DeviceKind,
): Outcome {
  const findings = context.operator.findings(axis, regionId);
  if (findings.length === 0) return unknownIn(axis, context, regionId);
  const planId = context.plan?.id;
  const operatorId = context.operator.operator.id;
  const key = `${operatorId} ${axis} ${regionId} ${planId} ${deviceKind}`;
  const known = context.decisions.get(key);
  if (known !== undefined) return known;
  const candidates = findings
    .filter(({ finding }) => finding.planId === undefined || finding.planId === planId)
    .filter(({ finding }) => isAbout(finding.deviceKinds, deviceKind));
  const decided = decide(axis, candidates.map(toCandidate), context.moment);
  const outcome =
    decided.value === 'unknown' ? unknownIn(axis, context, regionId, decided) : decided;
  context.decisions.set(key, outcome);
  return outcome;
}

/** An unknown with what was looked for. */
function unknownIn(
  axis: Axis,
  context: OperatorContext,
  regionId: RegionId,
  decided: Outcome = NOTHING_KNOWN,
): Outcome {
  return { ...decided, openQuestionIds: openQuestionIds(axis, context, regionId) };
}

function isAbout(kinds: readonly DeviceKind[] | undefined, kind: DeviceKind | undefined): boolean {
  return kinds === undefined || kind === undefined || kinds.includes(kind);
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
  const ids = [context.operator.operator.id, axis, ...claimIds, term.value];
  const key = JSON.stringify([ids, term.conditions.map(conditionKey)]);
  const known = context.decisions.get(key);
  if (known !== undefined) return known;
  const candidates = claimIds.flatMap((id) => {
    const claim = context.operator.claims.get(id);
    return claim === undefined ? [] : [{ claim, scope: claim.claim.regionIds, ...term }];
  });
  const outcome = decide(axis, candidates, context.moment);
  context.decisions.set(key, outcome);
  return outcome;
}

/** What was looked for and not found about an axis in a region. */
export function openQuestionIds(
  axis: Axis,
  context: OperatorContext,
  regionId: RegionId,
): string[] {
  return context.operator
    .openQuestions(axis)
    .filter(
      (question) =>
        coversRegion(question.regionIds, regionId) &&
        (question.planId === undefined || question.planId === context.plan?.id),
    )
    .map((question) => question.id);
}
