import type { AxisResult, RegionSummary } from '../schema/assessment.ts';
import type { Dataset } from '../schema/dataset.ts';
import type { IsoDate } from '../schema/dates.ts';
import type { DeviceModel } from '../schema/device.ts';
import type { Household } from '../schema/household.ts';
import type { RegionId } from '../schema/ids.ts';
import type { Plan } from '../schema/plan.ts';
import {
  assessHouseholdAxes,
  assessOperatorAxes,
  assessPlanAxes,
  inAxisOrder,
} from './axes/assess-axes.ts';
import type { HouseholdContext } from './axes/axis-context.ts';
import { indexDevices } from './axes/device.ts';
import { indexClaims, type OperatorIndex } from './claims/claim-index.ts';
import { bestOf, worstOf } from './claims/combine.ts';
import type { Moment } from './claims/decide.ts';
import { lawInForce } from './claims/law-in-force.ts';
import { contractRegions } from './household.ts';
import { servesFamiliesOn } from './operators.ts';
import { comparePlans, joinablePlans, type PlanOutcome, supportOf } from './plans.ts';

/** Outcomes of all plans that are or may be open, best first: the first one is the operator's. */
export type OperatorOutcome = {
  operator: OperatorIndex;
  best: PlanOutcome;
  plans: PlanOutcome[];
};

/** Applies every axis to an operator, once per plan; the verdict of a plan is the minimum over its axes. */
export function assessOperator(
  household: HouseholdContext,
  householdAxes: readonly AxisResult[],
  operator: OperatorIndex,
): OperatorOutcome {
  const regionIds = contractRegions(household.household);
  const context = { ...household, operator, regionIds, plan: undefined };
  const operatorAxes = assessOperatorAxes(context);
  const assessPlan = (plan: Plan | undefined): PlanOutcome => {
    const planAxes = assessPlanAxes({ ...context, plan });
    const axes = inAxisOrder([...operatorAxes, ...planAxes, ...householdAxes]);
    return { plan, verdict: worstOf(axes.map((axis) => axis.value)), axes };
  };
  const [first = undefined, ...others] = joinablePlans(
    operator.operator.plans,
    household.moment.day,
  );
  const plans = [assessPlan(first), ...others.map(assessPlan)].sort(comparePlans);
  return { operator, best: plans[0] ?? assessPlan(undefined), plans };
}

/** A household placed at a moment, with what does not depend on the operator already worked out. */
export type PreparedHousehold = {
  context: HouseholdContext;
  householdAxes: readonly AxisResult[];
};

/** The bare rules over one dataset, as the assessor, the look ahead and the search for changes all apply them. */
export type Evaluator = {
  prepare(household: Household, moment: Moment): PreparedHousehold;
  evaluate(prepared: PreparedHousehold, operator: OperatorIndex): OperatorOutcome;
  /** Operators that serve families on a day. */
  operatorsOn(day: IsoDate): OperatorIndex[];
};

/** Days whose decisions are kept: today, and the few on which dated rules begin or end. */
const DAYS_KEPT = 8;

/** Indexes a dataset and its device catalogue once. */
export function createEvaluator(dataset: Dataset, devices: readonly DeviceModel[]): Evaluator {
  const index = indexClaims(dataset);
  const catalogue = indexDevices(devices, dataset.sources);
  const recent = new Map<string, Pick<HouseholdContext, 'moment' | 'law' | 'decisions'>>();

  /** Most questions ask for the same few days again: what holds on them is kept, the oldest day let go first. */
  function at(moment: Moment) {
    const key = `${moment.asOf} ${moment.day}`;
    const known = recent.get(key);
    if (known !== undefined) return known;
    const [oldest] = recent.keys();
    if (recent.size >= DAYS_KEPT && oldest !== undefined) recent.delete(oldest);
    const law = lawInForce(dataset.laws, index.lawClaims, moment);
    const made = { moment, law, decisions: new Map() };
    recent.set(key, made);
    return made;
  }

  return {
    prepare(household, moment) {
      const context = { ...at(moment), household, devices: catalogue };
      return { context, householdAxes: assessHouseholdAxes(context) };
    },
    evaluate: ({ context, householdAxes }, operator) =>
      assessOperator(context, householdAxes, operator),
    operatorsOn: (day) => index.operators.filter(({ operator }) => servesFamiliesOn(operator, day)),
  };
}

/** What the map shows of a region, from the outcomes of its operators, best first. */
export function summariseOutcomes(
  regionId: RegionId,
  outcomes: readonly OperatorOutcome[],
): RegionSummary {
  const verdict = bestOf(outcomes.map((outcome) => outcome.best.verdict));
  const best = outcomes.filter((outcome) => outcome.best.verdict === verdict);
  return {
    regionId,
    verdict,
    bestOperatorIds: best.map(({ operator }) => operator.operator.id),
    operatorVerdicts: Object.fromEntries(
      outcomes.map((outcome) => [outcome.operator.operator.id, outcome.best.verdict]),
    ),
    ...(best[0] && supportOf(best[0].best)),
  };
}
