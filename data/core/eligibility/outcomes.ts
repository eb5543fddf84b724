import {
  type Assessment,
  type AxisResult,
  EVIDENCE_ROLES,
  type Lead,
  LINE_GROUP_KINDS,
  type LineGroup,
  type OperatorAssessment,
  type OperatorSharing,
  type RegionSummary,
  type Sharing,
  type TraceStep,
} from '../schema/assessment.ts';
import type { Params } from '../schema/condition.ts';
import type { Household, Line } from '../schema/household.ts';
import type { RegionId } from '../schema/ids.ts';
import { AXIS_RECORDS, type Support, type Verdict, verdictRank } from '../schema/verdict.ts';
import type { OperatorContext } from './axes/axis-context.ts';
import { bestOf } from './claims/combine.ts';
import { bestSupport, supportOfAny } from './claims/support.ts';
import {
  assessHouseholdAxes,
  assessOperatorAxes,
  assessPlanAxes,
  type OperatorOutcome,
} from './evaluator.ts';
import { contractRegions, memberOf } from './household.ts';
import { compareOutcomes, groundsOf, known, type PlanOutcome, toPlanOutcome } from './plans.ts';

/** Lines of one kind. */
type Group = { kind: LineGroup['kind']; lines: Line[] };

/** A household's lines by kind, in the order in which a family adds them: phones, then what goes with them. */
function groupLines(household: Household): Group[] {
  return LINE_GROUP_KINDS.map((kind) => ({
    kind,
    lines: household.lines.filter((line) => kindOf(household, line) === kind),
  })).filter(({ lines }) => lines.length > 0);
}

function kindOf(household: Household, line: Line): LineGroup['kind'] {
  if (line.deviceKind !== 'phone') return line.deviceKind;
  return memberOf(household, line.memberId)?.ageBand === 'under-14' ? 'child-phone' : 'phone';
}

/**
 * What an operator's best plan comes to for each group. Questions asked of each line are asked of the group's own; questions
 * asked of all together, such as their number, of this group and those before it. So an unknown watch leaves the phones as
 * they were, and the minimum over the groups is the verdict over all lines.
 */
export function assessLineGroups({ best, context }: OperatorOutcome): LineGroup[] {
  const groups = groupLines(context.household);
  return groups.map(({ kind, lines }, index) => {
    const soFar = groups.slice(0, index + 1).flatMap((group) => group.lines);
    const { verdict, support, axes } =
      groups.length === 1 ? best : assessGroup({ ...context, plan: best.plan }, lines, soFar);
    return {
      kind,
      lineIds: lines.map(({ id }) => id),
      verdict,
      support,
      axes: axes.filter(({ value }) => value === verdict).map(({ axis }) => axis),
      decides: verdict === best.verdict,
    };
  });
}

/** How well the first group does: of two operators unknown for a watch, the one that takes the phones is nearer. */
function rankOfFirstGroup({ best, context }: OperatorOutcome): number {
  const [first, ...others] = groupLines(context.household);
  if (first === undefined || others.length === 0) return verdictRank(best.verdict);
  const { verdict } = assessGroup({ ...context, plan: best.plan }, first.lines, first.lines);
  return verdictRank(verdict);
}

function assessGroup(
  context: OperatorContext,
  own: readonly Line[],
  soFar: readonly Line[],
): PlanOutcome {
  const each = axesFor({ ...context, lines: own, regionIds: contractRegions(own) });
  const together = axesFor({ ...context, lines: soFar, regionIds: contractRegions(soFar) });
  const axes = AXIS_RECORDS.flatMap(
    ({ id, lines }) => (lines === 'each' ? each : together).find(({ axis }) => axis === id) ?? [],
  );
  return toPlanOutcome(context.plan, axes);
}

function axesFor(context: OperatorContext): AxisResult[] {
  return [
    ...assessHouseholdAxes(context),
    ...assessOperatorAxes(context),
    ...assessPlanAxes(context),
  ];
}

/**
 * Orders operators as a reader wants them: better verdict, then the one that is nearer for the phones, then as plans are ordered, then
 * more numbers held in the region (a sign of size, not of quality), then id.
 */
export function orderOperators(
  outcomes: readonly OperatorOutcome[],
  numbersHeld: (operatorId: string) => number,
): OperatorOutcome[] {
  return outcomes
    .map((outcome) => ({
      outcome,
      verdict: verdictRank(outcome.best.verdict),
      phones: rankOfFirstGroup(outcome),
      held: numbersHeld(outcome.operator.operator.id),
      id: outcome.operator.operator.id,
    }))
    .sort(
      (a, b) =>
        b.verdict - a.verdict ||
        b.phones - a.phones ||
        compareOutcomes(a.outcome.best, b.outcome.best) ||
        b.held - a.held ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ outcome }) => outcome);
}

/**
 * The reasoning behind one operator's verdict in the order in which the rules were applied: per plan each axis with
 * the claims it looked at, then the minimum over the axes, and at last the choice between plans.
 */
export function traceOf(outcome: OperatorOutcome): TraceStep[] {
  const plans = outcome.plans.length > 0 ? outcome.plans : [outcome.best];
  return [
    ...plans.flatMap(tracePlan),
    {
      rule: 'best-of-plans',
      ...planIdOf(outcome.best),
      value: outcome.best.verdict,
      support: outcome.best.support,
    },
  ];
}

function tracePlan(plan: PlanOutcome): TraceStep[] {
  const weakest = plan.axes.filter((axis) => axis.value === plan.verdict).map(({ axis }) => axis);
  return [
    ...plan.axes.map((axis) => ({ ...traceAxis(axis), ...planIdOf(plan) })),
    {
      rule: 'minimum-of-axes',
      ...planIdOf(plan),
      value: plan.verdict,
      support: plan.support,
      detail: { axes: weakest },
    },
  ];
}

function planIdOf({ plan }: PlanOutcome): { planId?: string } {
  return plan === undefined ? {} : { planId: plan.id };
}

function traceAxis(axis: AxisResult): TraceStep {
  const detail: Params = { ...axis.reason.params };
  for (const role of EVIDENCE_ROLES) {
    const ids = axis.evidence.filter((entry) => entry.role === role).map(({ claimId }) => claimId);
    if (ids.length > 0) detail[role] = ids;
  }
  if (axis.conditions.length > 0) detail.conditions = axis.conditions.map(({ code }) => code);
  if (axis.openQuestionIds.length > 0) detail.openQuestions = axis.openQuestionIds;
  return {
    rule: axis.reason.code,
    axis: axis.axis,
    value: axis.value,
    ...(axis.support && { support: axis.support }),
    claimIds: axis.evidence.map(({ claimId }) => claimId),
    ...(Object.keys(detail).length > 0 && { detail }),
  };
}

/** The answer of one operator for each kind of sharing. */
export function sharingOf({ bestFor }: OperatorOutcome): OperatorAssessment['sharing'] {
  const answer = (wish: 'bundle' | 'payer'): OperatorSharing => {
    const { plan, verdict, support, planSupport } = bestFor(wish);
    return { verdict, support, planSupport, ...(plan && { planId: plan.id }) };
  };
  return { bundle: answer('bundle'), payer: answer('payer') };
}

/**
 * The answer over operators for each kind of sharing. Operators are ordered by their plans of that kind, so that the answer is the
 * same whichever kind was asked for.
 */
export function sharingOver(
  outcomes: readonly OperatorOutcome[],
  numbersHeld: (operatorId: string) => number,
): Assessment['sharing'] {
  const answer = (wish: 'bundle' | 'payer'): Sharing => {
    const answers = outcomes.map((outcome) => ({ ...outcome, best: outcome.bestFor(wish) }));
    const verdict = bestOf(answers.map(({ best }) => best.verdict));
    const support = supportOfAny(
      verdict,
      answers.map(({ best }) => known(best)),
    );
    const reaching = answers.filter(({ best }) => best.verdict === verdict);
    const isPositive = verdict === 'yes' || verdict === 'partial';
    const first = reaching.filter(({ best }) => best.support === support);
    return {
      verdict,
      support,
      planSupport: bestSupport((isPositive ? first : reaching).map(({ best }) => best.planSupport)),
      operatorIds: isPositive
        ? orderOperators(first, numbersHeld).map(({ operator }) => operator.operator.id)
        : [],
    };
  };
  return { bundle: answer('bundle'), payer: answer('payer') };
}

/** Support of an operator's verdict: its plans of the kind wanted are the alternatives. */
export function supportOfOperator({ best, wanted }: OperatorOutcome): Support {
  return supportOfAny(best.verdict, wanted.map(known));
}

/** Support of the best verdict over operators. */
export function supportOver(verdict: Verdict, outcomes: readonly OperatorOutcome[]): Support {
  return supportOfAny(
    verdict,
    outcomes.map((outcome) => ({
      value: outcome.best.verdict,
      support: supportOfOperator(outcome),
    })),
  );
}

/** Claims that speak to an operator's axes and decide nothing, over all of its plans. */
export function leadsOf({ operator, plans }: OperatorOutcome): Lead[] {
  const ids = new Set<string>();
  for (const { axes } of plans) {
    for (const { evidence } of axes) {
      for (const { role, claimId } of evidence) if (role === 'lead') ids.add(claimId);
    }
  }
  const operatorId = operator.operator.id;
  return [...ids].sort().map((claimId) => ({ claimId, operatorId }));
}

/** What the map shows of a region, from the outcomes of its operators, best first. */
export function summariseOutcomes(
  regionId: RegionId,
  outcomes: readonly OperatorOutcome[],
  numbersHeld: (operatorId: string) => number,
): RegionSummary {
  const verdict = bestOf(outcomes.map((outcome) => outcome.best.verdict));
  const best = outcomes.filter((outcome) => outcome.best.verdict === verdict);
  const byOperator = <T>(read: (outcome: OperatorOutcome) => T) =>
    Object.fromEntries(
      outcomes.map((outcome) => [outcome.operator.operator.id, read(outcome)] as const),
    );
  return {
    regionId,
    verdict,
    support: supportOver(verdict, outcomes),
    planSupport: best[0]?.best.planSupport ?? 'none',
    sharing: sharingOver(outcomes, numbersHeld),
    bestOperatorIds: best.map(({ operator }) => operator.operator.id),
    operatorVerdicts: byOperator((outcome) => outcome.best.verdict),
    operatorSupports: byOperator(supportOfOperator),
    ...(best[0] && groundsOf(best[0].best)),
  };
}
