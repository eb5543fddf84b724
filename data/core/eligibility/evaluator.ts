import type { AxisResult } from '../schema/assessment.ts';
import type { Dataset } from '../schema/dataset.ts';
import type { IsoDate } from '../schema/dates.ts';
import type { DeviceModel } from '../schema/device.ts';
import type { Household } from '../schema/household.ts';
import type { Plan, Wish } from '../schema/plan.ts';
import { AXIS_RECORDS, type Axis } from '../schema/verdict.ts';
import type { HouseholdContext, OperatorContext } from './axes/axis-context.ts';
import { indexDevices } from './axes/device.ts';
import { HOUSEHOLD_RULES } from './axes/household-axes.ts';
import { OPERATOR_RULES } from './axes/operator-axes.ts';
import { PLAN_RULES } from './axes/plan-axes.ts';
import { indexClaims, type OperatorIndex, turningDays } from './claims/claim-index.ts';
import type { Outcome } from './claims/combine.ts';
import type { Moment } from './claims/freshness.ts';
import { lawInForce } from './claims/law-in-force.ts';
import { contractRegions } from './household.ts';
import { createLikeness } from './like-regions.ts';
import { exceptionAt, servesFamiliesOn } from './operators.ts';
import {
  answersWish,
  comparePlans,
  joinablePlans,
  type PlanOutcome,
  toPlanOutcome,
} from './plans.ts';

/** What works out a value in steps: each `next` takes one of them, and the last gives it. */
export type Steps<T> = Generator<undefined, T>;

/** The value, in one stretch. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The axes that depend on people and devices alone: the same for every operator. */
export function assessHouseholdAxes(context: HouseholdContext): AxisResult[] {
  return AXIS_RECORDS.flatMap((record) =>
    record.level === 'household' ? named(record.id, HOUSEHOLD_RULES[record.id](context)) : [],
  );
}

/** The axes that depend on the operator, whichever its plan. */
export function assessOperatorAxes(context: OperatorContext): AxisResult[] {
  return AXIS_RECORDS.flatMap((record) =>
    record.level === 'operator' ? named(record.id, OPERATOR_RULES[record.id](context)) : [],
  );
}

/** The axes that depend on the plan in `context.plan`, or on there being none. */
export function assessPlanAxes(context: OperatorContext): AxisResult[] {
  return AXIS_RECORDS.flatMap((record) =>
    record.level === 'plan' ? named(record.id, PLAN_RULES[record.id](context)) : [],
  );
}

function named(axis: Axis, outcome: Outcome | undefined): AxisResult[] {
  return outcome === undefined ? [] : [{ axis, ...outcome }];
}

/** Axis results in the order in which the questions are asked. */
function inAxisOrder(results: readonly AxisResult[]): AxisResult[] {
  return AXIS_RECORDS.flatMap(({ id }) => results.find((result) => result.axis === id) ?? []);
}

/** What one operator comes to for a household. */
export type OperatorOutcome = {
  operator: OperatorIndex;
  context: OperatorContext;
  /** The best plan of the kind wanted, or the operator without a plan where it has none of that kind. */
  best: PlanOutcome;
  /** All plans of the kind wanted that are or may be open, best first; the operator without a plan where there is none. */
  wanted: PlanOutcome[];
  /** The same, and then the plans of other kinds. */
  plans: PlanOutcome[];
  /** The best plan for each wish. */
  bestFor(wish: Wish): PlanOutcome;
};

/** Applies every axis to an operator, once per plan; the verdict of a plan is the minimum over its axes. */
function assessOperator(
  household: HouseholdContext,
  householdAxes: readonly AxisResult[],
  operator: OperatorIndex,
): OperatorOutcome {
  const regionIds = contractRegions(household.lines);
  const context: OperatorContext = {
    ...household,
    operator,
    regionIds,
    plan: undefined,
    exception: exceptionAt(operator.operator, regionIds, household.household.place),
  };
  const operatorAxes = assessOperatorAxes(context);
  const assessPlan = (plan: Plan | undefined): PlanOutcome => {
    const planAxes = assessPlanAxes({ ...context, plan });
    return toPlanOutcome(plan, inAxisOrder([...operatorAxes, ...planAxes, ...householdAxes]));
  };
  const outcomes = joinablePlans(operator.operator.plans, household.moment.day)
    .map(assessPlan)
    .sort(comparePlans);
  let bare: PlanOutcome | undefined;
  const withoutPlan = () => {
    bare ??= assessPlan(undefined);
    return bare;
  };
  const bestFor = (wish: Wish) =>
    outcomes.find(({ plan }) => answersWish(plan, wish)) ?? withoutPlan();
  const isWanted = ({ plan }: PlanOutcome) => answersWish(plan, household.wish);
  const best = outcomes.find(isWanted) ?? withoutPlan();
  const wanted = best.plan === undefined ? [best] : outcomes.filter(isWanted);
  const plans = [...wanted, ...outcomes.filter((outcome) => !isWanted(outcome))];
  return { operator, context, best, wanted, plans, bestFor };
}

/** A household placed at a moment, with what does not depend on the operator already worked out. */
export type PreparedHousehold = {
  context: HouseholdContext;
  readonly householdAxes: readonly AxisResult[];
  /** What operators came to for the same household in regions that nothing tells apart; absent where that is not looked up. */
  alike?: Map<string, OperatorOutcome> | undefined;
};

/** The bare rules over one dataset, as the assessor, the look ahead and the search for changes all apply them. */
export type Evaluator = {
  prepare(household: Household, moment: Moment, wish: Wish): PreparedHousehold;
  /**
   * The same for a household that is asked about region by region, the region and the place being all that differs. An outcome
   * may then be that of another region: its context names the household there.
   */
  prepareAlike(household: Household, moment: Moment, wish: Wish): PreparedHousehold;
  evaluate(prepared: PreparedHousehold, operator: OperatorIndex): OperatorOutcome;
  /** Days on which a rule of law, or a claim or plan of the operator, begins or ends, in order. */
  turningDays(operator: OperatorIndex): readonly IsoDate[];
  /** Operators that serve families on a day. */
  operatorsOn(day: IsoDate): OperatorIndex[];
};

/** Days whose decisions are kept: today, and the few on which dated rules begin or end. */
const DAYS_KEPT = 8;

/** What the same household comes to in all regions: its own axes, which no region changes, and outcomes by what tells regions apart. */
type Alike = { axes?: readonly AxisResult[]; outcomes: Map<string, OperatorOutcome> };

/** What is kept of a day: what holds on it, and what the default household came to, by wish. */
type Recent = {
  known: Pick<HouseholdContext, 'moment' | 'law' | 'decisions'>;
  alike: Map<Wish, Alike>;
};

/** Indexes a dataset and its device catalogue once. */
export function createEvaluator(dataset: Dataset, devices: readonly DeviceModel[]): Evaluator {
  const index = indexClaims(dataset);
  const { territories } = index;
  const catalogue = indexDevices(devices, dataset.sources);
  const ofLaws = turningDays(
    dataset.laws.flatMap((law) => [
      { validFrom: law.inForceFrom ?? law.signedOn },
      ...law.rules,
      ...law.claims,
    ]),
  );
  const days = new Map(
    index.operators.map((operator) => [
      operator,
      [...new Set([...operator.turningDays, ...ofLaws])].sort(),
    ]),
  );
  // Only who asks for many regions needs it, and a telephone that asks for one takes long over it.
  let likeness: ReturnType<typeof createLikeness> | undefined;
  const recent = new Map<string, Recent>();

  /** Most questions ask for the same few days again: what holds on them is kept, the oldest day let go first. */
  function at(moment: Moment): Recent {
    const key = `${moment.asOf} ${moment.day}`;
    const known = recent.get(key);
    if (known !== undefined) return known;
    const [oldest] = recent.keys();
    if (recent.size >= DAYS_KEPT && oldest !== undefined) recent.delete(oldest);
    const law = lawInForce(dataset.laws, index.lawClaims, moment);
    const made: Recent = { known: { moment, law, decisions: new Map() }, alike: new Map() };
    recent.set(key, made);
    return made;
  }

  function prepare(
    household: Household,
    moment: Moment,
    wish: Wish,
    shared: { axes?: readonly AxisResult[] } = {},
  ): PreparedHousehold {
    const { lines } = household;
    const { known } = at(moment);
    const context = { ...known, household, lines, wish, devices: catalogue, territories };
    return {
      context,
      get householdAxes() {
        shared.axes ??= assessHouseholdAxes(context);
        return shared.axes;
      },
    };
  }

  function evaluate(
    { context, householdAxes }: PreparedHousehold,
    operator: OperatorIndex,
  ): OperatorOutcome {
    return assessOperator(context, householdAxes, operator);
  }

  return {
    prepare: (household, moment, wish) => prepare(household, moment, wish),
    prepareAlike(household, moment, wish) {
      const { alike } = at(moment);
      const shared: Alike = alike.get(wish) ?? { outcomes: new Map() };
      alike.set(wish, shared);
      // A getter is not copied by spreading: it would be called.
      return Object.assign(prepare(household, moment, wish, shared), { alike: shared.outcomes });
    },
    evaluate(prepared, operator) {
      const { alike } = prepared;
      if (alike === undefined) return evaluate(prepared, operator);
      const { household } = prepared.context;
      const { id } = operator.operator;
      const regionIds = contractRegions(household.lines);
      likeness ??= createLikeness(dataset);
      const likenessOf = likeness;
      const keys = regionIds.map((regionId) => likenessOf(id, regionId));
      const exception = exceptionAt(operator.operator, regionIds, household.place)?.id;
      const key = [id, exception, ...keys].join(' ');
      const outcome = alike.get(key) ?? evaluate(prepared, operator);
      alike.set(key, outcome);
      return outcome;
    },
    turningDays: (operator) => days.get(operator) ?? [],
    operatorsOn: (day) => index.operators.filter(({ operator }) => servesFamiliesOn(operator, day)),
  };
}
