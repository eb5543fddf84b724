import type { Condition } from '../../schema/condition.ts';
import type { RegionId } from '../../schema/ids.ts';
import type { Plan } from '../../schema/plan.ts';
import { mergeConditions, type Outcome, requireAll } from '../claims/combine.ts';
import { type Candidate, decide, plainOutcome } from '../claims/decide.ts';
import {
  decideInRegion,
  decideTerm,
  type OperatorContext,
  openQuestionIds,
  type PlanRules,
} from './axis-context.ts';

/** The axes that depend on one of the operator's plans, or on there being none. */
export const PLAN_RULES: PlanRules = {
  sharedPlan: assessSharedPlan,
  formFactor: assessFormFactor,
  sameRegion: assessSameRegion,
  lineCount: assessLineCount,
};

/**
 * Is there a shared plan that new customers can have in every contract region? A line that is with another operator is no
 * obstacle: its number is to be taken along, which is a condition.
 */
function assessSharedPlan(context: OperatorContext): Outcome {
  return requireAll(
    context.regionIds.map((regionId) => {
      const outcome = decideInRegion('sharedPlan', context, regionId);
      if (outcome.value === 'no') return outcome;
      if (outcome.value === 'unknown') {
        const isBare = context.plan === undefined && outcome.reason.code === 'no-claim';
        return isBare ? { ...outcome, reason: { code: 'no-plan-known' } } : outcome;
      }
      const conditions = [...termsOf(context), ...numbersToTake(context)];
      if (conditions.length === 0) return outcome;
      return {
        ...outcome,
        value: 'partial',
        conditions: mergeConditions([outcome.conditions, conditions]),
      };
    }),
  );
}

/** Ids of the lines that are with another operator than the one in question. */
export function linesElsewhere({ lines, operator }: OperatorContext): string[] {
  return lines
    .filter(({ operatorId }) => operatorId !== 'any' && operatorId !== operator.operator.id)
    .map(({ id }) => id);
}

function numbersToTake(context: OperatorContext): Condition[] {
  const lineIds = linesElsewhere(context);
  const operatorId = context.operator.operator.id;
  return lineIds.length === 0
    ? []
    : [{ code: 'take-number-along', params: { lineIds, operatorId } }];
}

/** What the plan's own terms ask of a family that wants it. */
function termsOf(context: OperatorContext): Condition[] {
  const { plan } = context;
  if (plan === undefined) return [];
  const params = { planId: plan.id };
  const conditions: Condition[] = [];
  if (plan.status === 'unknown') conditions.push({ code: 'plan-openness-unknown', params });
  if (plan.payerTariffs !== undefined) {
    const { names, kinds } = plan.payerTariffs;
    const tariffs = { tariffs: names, ...(kinds && { tariffKinds: kinds }) };
    conditions.push({ code: 'payer-needs-tariff', params: tariffs });
  }
  if (plan.model === 'unknown') conditions.push({ code: 'terms-not-read', params });
  if (plan.model === 'payer-funded') conditions.push({ code: 'payer-funded-not-pooled' });
  if (plan.model !== 'unknown' && isModelALead(context, plan)) {
    conditions.push({ code: 'ask-what-is-shared', params });
  }
  return conditions;
}

/** Whether only sources too weak to decide anything tell what the plan shares. It is the same plan in every region. */
function isModelALead({ operator, moment }: OperatorContext, plan: Plan): boolean {
  const claims = (plan.modelClaimIds ?? plan.claimIds).flatMap(
    (id) => operator.claims.get(id) ?? [],
  );
  return claims.every((claim) => claim.age(moment.asOf).carry === 'lead');
}

/**
 * Does the plan treat an eSIM line like a plastic one? No operator has been found to say so either way. Where the
 * data is silent we assume that it does, say that we assume it, and make it a condition: the named assumption.
 */
function assessFormFactor(context: OperatorContext): Outcome {
  return requireAll(
    context.regionIds.map((regionId) => {
      const outcome = decideInRegion('formFactor', context, regionId);
      if (outcome.value !== 'unknown') return outcome;
      // What is assumed rests on no evidence: its condition says so.
      const { support: _support, ...rest } = outcome;
      return {
        ...rest,
        value: 'partial',
        reason: { code: 'assumption' },
        conditions: [{ code: 'esim-treated-as-plastic' }],
        method: 'assumed',
      };
    }),
  );
}

/**
 * Are all contract regions inside one tariff area of the operator? Lines of one region need no rule. Where they differ, the
 * operator's own areas come first, then the territories that the numbering register merges, on the condition of asking; where
 * neither joins them the plan's own rule decides, and without one the answer is unknown.
 */
function assessSameRegion(context: OperatorContext): Outcome {
  const { regionIds, plan } = context;
  if (regionIds.length <= 1) return plainOutcome('yes', { code: 'one-region' });
  const joined = byArea(context) ?? byTerritory(context);
  if (joined !== undefined) return joined;
  const ruled = byPlan(context);
  if (ruled.value === 'no') {
    return { ...ruled, reason: { code: 'regions-differ', params: { regionIds: [...regionIds] } } };
  }
  if (ruled.value !== 'unknown') return ruled;
  return {
    ...ruled,
    reason: { code: 'region-rule-unknown', params: plan === undefined ? {} : { planId: plan.id } },
    openQuestionIds: [
      ...new Set(regionIds.flatMap((regionId) => openQuestionIds('sameRegion', context, regionId))),
    ],
  };
}

function joins(area: { regionIds: readonly RegionId[] }, regionIds: readonly RegionId[]): boolean {
  return regionIds.every((regionId) => area.regionIds.includes(regionId));
}

function byArea(context: OperatorContext): Outcome | undefined {
  const { regionIds, operator } = context;
  const area = operator.operator.tariffAreas.find((candidate) => joins(candidate, regionIds));
  if (area === undefined) return undefined;
  const outcome = requireAll(
    regionIds.map((regionId) =>
      decideTerm('sameRegion', context, regionId, area.claimIds, { value: 'yes', conditions: [] }),
    ),
  );
  if (outcome.value === 'unknown') return undefined;
  return { ...outcome, reason: { code: 'one-tariff-area', params: { areaId: area.id } } };
}

/** The register counts numbers, it does not know tariffs: that they are one home region is to be asked. */
function byTerritory({ regionIds, territories, moment }: OperatorContext): Outcome | undefined {
  const territory = territories.find((candidate) => joins(candidate, regionIds));
  if (territory === undefined) return undefined;
  const candidates = territory.claims.map(
    (claim): Candidate => ({
      claim,
      value: 'partial',
      conditions: [{ code: 'confirm-with-operator', params: { axis: 'sameRegion' } }],
      scope: claim.claim.regionIds,
      reach: 'own',
    }),
  );
  const outcome = decide('sameRegion', candidates, moment);
  if (outcome.value === 'unknown') return undefined;
  const params = { regionIds: [...regionIds] };
  return { ...outcome, reason: { code: 'merged-territory', params } };
}

function byPlan(context: OperatorContext): Outcome {
  const { plan, regionIds } = context;
  const term = plan?.sameRegion;
  return requireAll(
    regionIds.map((regionId) =>
      term === undefined
        ? decideInRegion('sameRegion', context, regionId)
        : decideTerm('sameRegion', context, regionId, term.claimIds, {
            value: term.required ? 'no' : 'yes',
            conditions: [],
          }),
    ),
  );
}

type LineLimit = NonNullable<Plan['lineLimit']>;

/** A family plan is taken to have room for the payer and two further numbers: the named assumption of this axis. */
const ASSUMED_LINES = 3;

/**
 * Do the household's lines, the payer's among them, fit the plan's limit? Where the limit is not known a household of at most
 * three lines is taken to fit, on the condition of asking; for more it is unknown, as without a plan.
 */
function assessLineCount(context: OperatorContext): Outcome {
  const lines = context.lines.length;
  const limit = context.plan?.lineLimit;
  const decided = requireAll(
    context.regionIds.map((regionId) =>
      limit === undefined
        ? decideInRegion('lineCount', context, regionId)
        : decideTerm('lineCount', context, regionId, limit.claimIds, compareLines(lines, limit)),
    ),
  );
  if (decided.value === 'unknown') return withoutLimit(context, decided);
  if (limit === undefined) return decided;
  const code = decided.value === 'no' ? 'too-many-lines' : 'lines-fit';
  return { ...decided, reason: { code, params: { lines, limit: limit.max } } };
}

function withoutLimit(
  { plan, lines: { length: lines } }: OperatorContext,
  decided: Outcome,
): Outcome {
  const params = { lines };
  if (plan === undefined) return { ...decided, reason: { code: 'no-plan-known', params } };
  if (lines > ASSUMED_LINES) return { ...decided, reason: { code: 'line-limit-unknown', params } };
  const { support: _support, ...rest } = decided;
  return {
    ...rest,
    value: 'partial',
    reason: { code: 'line-limit-assumed', params },
    conditions: [{ code: 'ask-line-limit', params }],
    method: 'assumed',
  };
}

function compareLines(
  lines: number,
  { min, max, payerCounted }: LineLimit,
): Pick<Candidate, 'value' | 'conditions'> {
  if (lines > max) return { value: 'no', conditions: [] };
  if (lines <= min) return { value: 'yes', conditions: [] };
  const params = { minLines: min, maxLines: max };
  const code = payerCounted === 'unclear' ? 'payer-may-count' : 'line-limit-depends-on-tariff';
  return { value: 'partial', conditions: [{ code, params }] };
}
