import type { DeviceKind } from '../../schema/device.ts';
import type { Household, Line } from '../../schema/household.ts';
import { coversRegion, type RegionId } from '../../schema/ids.ts';
import type { LocalException } from '../../schema/operator.ts';
import type { Plan, Wish } from '../../schema/plan.ts';
import { AXIS_RECORDS, type Axis, type AxisOf } from '../../schema/verdict.ts';
import type {
  IndexedClaim,
  IndexedFinding,
  MergedTerritory,
  OperatorIndex,
} from '../claims/claim-index.ts';
import { conditionKey, type Outcome } from '../claims/combine.ts';
import { type Candidate, decide, NOTHING_KNOWN } from '../claims/decide.ts';
import type { Moment } from '../claims/freshness.ts';
import type { LawInForce } from '../claims/law-in-force.ts';
import { type Corroboration, corroborate } from '../claims/strength.ts';
import { reachOf } from '../claims/support.ts';
import type { DeviceCatalogue } from './device.ts';

/** What the axes that look only at people and devices are given. */
export type HouseholdContext = {
  household: Household;
  /** The lines that are asked about: all of the household's, or those of one group. */
  lines: readonly Line[];
  /** The kind of sharing that the family wants. */
  wish: Wish;
  moment: Moment;
  law: LawInForce;
  devices: DeviceCatalogue;
  /** Regions that the numbering register keeps as one territory. */
  territories: readonly MergedTerritory[];
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
  /** The place inside the region that was asked about, where this operator has terms of its own for it. */
  exception: LocalException | undefined;
};

/** Works out one axis; one that the household does not touch has no outcome. */
type AxisRule<Context> = (context: Context) => Outcome | undefined;

/** The rule of each axis of a level: one without a rule does not compile. */
export type HouseholdRules = Readonly<Record<AxisOf<'household'>, AxisRule<HouseholdContext>>>;
export type OperatorRules = Readonly<Record<AxisOf<'operator'>, AxisRule<OperatorContext>>>;
export type PlanRules = Readonly<Record<AxisOf<'plan'>, AxisRule<OperatorContext>>>;

/**
 * Decides an axis in one region from the operator's findings there. Findings about another plan, or about other
 * kinds of device than the one asked for, are left out. What independent publishers tell of the plan elsewhere counts where
 * the operator sells. In a place with terms of its own what does not speak of that place is a lead.
 */
export function decideInRegion(
  axis: Axis,
  context: OperatorContext,
  regionId: RegionId,
  deviceKind?: DeviceKind,
): Outcome {
  const planId = context.plan?.id;
  const operatorId = context.operator.operator.id;
  const key = `${operatorId} ${axis} ${regionId} ${planId} ${deviceKind} ${context.exception?.id}`;
  const known = context.decisions.get(key);
  if (known !== undefined) return known;
  const candidates = context.operator
    .findings(axis, regionId)
    .filter(({ finding }) => finding.planId === undefined || finding.planId === planId)
    .filter(({ finding }) => isAbout(finding.deviceKinds, deviceKind))
    .map((entry) => toCandidate(entry, axis, context));
  const decided = decide(
    axis,
    candidates,
    context.moment,
    corroborationIn(axis, context, regionId),
  );
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

function toCandidate(entry: IndexedFinding, axis: Axis, context: OperatorContext): Candidate {
  const { claim, scope, replaced } = entry;
  const { value, conditions } = entry.finding;
  const isOfRegion = isPlanAxis(axis) && isFromOutside(claim, context);
  const reach = isOfRegion ? 'elsewhere' : entry.reach;
  return { claim, value, conditions, scope, reach, replaced };
}

/** Whether a place with terms of its own was asked about, and a claim does not speak of it. */
function isFromOutside({ claim }: IndexedClaim, { exception }: OperatorContext): boolean {
  return exception !== undefined && !exception.claimIds.includes(claim.id);
}

function corroborationIn(
  axis: Axis,
  context: OperatorContext,
  regionId: RegionId,
): Corroboration | undefined {
  const { plan, operator, moment, exception } = context;
  if (plan === undefined || exception !== undefined || !isPlanAxis(axis)) return undefined;
  const { plans } = operator.operator;
  const findings = operator.findingsAnywhere(axis);
  const found = corroborate(findings, plan, plans, regionId, moment);
  if (found === undefined) return undefined;
  const sells = decideInRegion('presence', context, regionId).value;
  return sells === 'yes' || sells === 'partial' ? found : undefined;
}

function isPlanAxis(axis: Axis): boolean {
  return AXIS_RECORDS.some(({ id, level }) => id === axis && level === 'plan');
}

/**
 * Decides a term of a plan in one region from the claims behind the term. One that was found in other regions only is a lead
 * there.
 */
export function decideTerm(
  axis: Axis,
  context: OperatorContext,
  regionId: RegionId,
  claimIds: readonly string[],
  term: Pick<Candidate, 'value' | 'conditions'>,
): Outcome {
  const { operator, exception, moment } = context;
  const ids = [operator.operator.id, axis, regionId, exception?.id ?? '', ...claimIds, term.value];
  const key = JSON.stringify([ids, term.conditions.map(conditionKey)]);
  const known = context.decisions.get(key);
  if (known !== undefined) return known;
  const candidates = claimIds.flatMap((id) => {
    const claim = operator.claims.get(id);
    if (claim === undefined) return [];
    const scope = claim.claim.regionIds;
    const isHere = coversRegion(scope, regionId) && !isFromOutside(claim, context);
    const reach = isHere ? reachOf(claim.claim) : ('elsewhere' as const);
    return [{ claim, scope, reach, ...term }];
  });
  const outcome = decide(axis, candidates, moment);
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
