import type { Assessment, OperatorAssessment, RegionSummary } from '../schema/assessment.ts';
import type { Dataset } from '../schema/dataset.ts';
import type { IsoDate } from '../schema/dates.ts';
import type { DeviceModel } from '../schema/device.ts';
import type { Household } from '../schema/household.ts';
import type { RegionId } from '../schema/ids.ts';
import type { Wish } from '../schema/plan.ts';
import { bestOf, mergeConditions } from './claims/combine.ts';
import type { Moment } from './claims/freshness.ts';
import { restrictionsHere } from './claims/restrictions.ts';
import {
  atOnce,
  createEvaluator,
  type Evaluator,
  type OperatorOutcome,
  type PreparedHousehold,
  type Steps,
} from './evaluator.ts';
import { contractRegions, defaultHousehold, payerLine } from './household.ts';
import {
  assessLineGroups,
  leadsOf,
  orderOperators,
  sharingOf,
  sharingOver,
  summariseOutcomes,
  supportOfOperator,
  supportOver,
  traceOf,
} from './outcomes.ts';
import { costOf } from './outlook/cost.ts';
import {
  type ChangeSearch,
  createChangeSearch,
  nearestChanges,
} from './outlook/smallest-change-sets.ts';
import { changesOn } from './outlook/trials.ts';
import { groundsOf } from './plans.ts';
import { householdSteps, operatorSteps, portabilityClaims } from './steps.ts';

/** What an outcome is described with. */
type Describing = {
  evaluator: Evaluator;
  household: Household;
  moment: Moment;
  laws: Dataset['laws'];
  /** What looks ahead; absent where nobody asks what would change the verdict. */
  search: ChangeSearch | undefined;
  trace: boolean;
  wish: Wish;
};

/** One operator's outcome with all that follows from it: support, changes, steps, cost, what time will change. */
function* describeOperator(given: Describing, outcome: OperatorOutcome): Steps<OperatorAssessment> {
  const { household, moment } = given;
  const { operator, best, plans } = outcome;
  const changes = given.search ? yield* given.search(outcome) : [];
  const later = given.search
    ? yield* changesOn(given.evaluator, household, operator, moment.asOf, best.verdict, given.wish)
    : [];
  const regionId = payerLine(household)?.contractRegionId;
  return {
    operatorId: operator.operator.id,
    verdict: best.verdict,
    support: supportOfOperator(outcome),
    planSupport: best.planSupport,
    sharing: sharingOf(outcome),
    lineGroups: assessLineGroups(outcome),
    leads: leadsOf(outcome),
    ...(best.plan && { planId: best.plan.id }),
    axes: best.axes,
    conditions: mergeConditions(best.axes.map((axis) => axis.conditions)),
    ...groundsOf(best),
    plans: plans.flatMap(({ plan, verdict, support, planSupport }) =>
      plan ? [{ planId: plan.id, model: plan.model, verdict, support, planSupport }] : [],
    ),
    changes,
    steps: operatorSteps(household, outcome, portabilityClaims(given.laws, moment)),
    ...(best.plan &&
      regionId !== undefined && {
        cost: costOf(best.plan, operator, regionId, household.lines.length, moment),
      }),
    changesOn: later,
    ...(given.trace && { trace: traceOf(outcome) }),
  };
}

/**
 * `operatorIds`: only these, in whatever order; all when absent. `sharing`: the kind of sharing that the verdict is about, either
 * when absent. `trace`: add the full reasoning. `outlook: false`: leave out what would change the verdict, by acts or by time,
 * which is nine tenths of the work.
 */
export type AssessOptions = {
  asOf: IsoDate;
  sharing?: Wish | undefined;
  operatorIds?: readonly string[] | undefined;
  trace?: boolean | undefined;
  outlook?: boolean | undefined;
};

/** The same for the default household of a region. */
export type RegionOptions = Omit<AssessOptions, 'operatorIds'> & {
  operatorId?: string | undefined;
  /** A point in the region: some places have terms of their own. */
  place?: Household['place'];
};

/** The rules over one dataset. Every answer is a function of the dataset and the arguments. */
export type Assessor = {
  /**
   * Assesses a parsed household. The assessment's region is the payer line's contract region.
   * Throws a RangeError for a region or operator that the dataset does not have: edges check those first.
   */
  assess(household: Household, options: AssessOptions): Assessment;
  /** The same in small steps: a large household takes half a second, and others are to be answered meanwhile. */
  assessing(household: Household, options: AssessOptions): Steps<Assessment>;
  /** Assesses the default household of a region. */
  assessRegion(regionId: RegionId, options: RegionOptions): Assessment;
  /** The same in small steps. */
  assessingRegion(regionId: RegionId, options: RegionOptions): Steps<Assessment>;
  /** What each operator comes to for the default household of a region, without a look ahead and in no order. */
  assessOperators(regionId: RegionId, asOf: IsoDate): readonly OperatorAssessment[];
  /** What the map shows of a region: the default household's verdicts without the evidence. */
  summariseRegion(regionId: RegionId, asOf: IsoDate, place?: Household['place']): RegionSummary;
};

/** Indexes a dataset and its device catalogue once and answers from the index. */
export function createAssessor(dataset: Dataset, devices: readonly DeviceModel[]): Assessor {
  const evaluator = createEvaluator(dataset, devices);
  const regionIds = new Set(dataset.regions.map((region) => region.id));
  const operatorIds = new Set(dataset.operators.map((operator) => operator.id));

  /** How many numbers an operator holds in a region. */
  const numbersHeldIn = (regionId: RegionId) => (operatorId: string) =>
    dataset.numbering.counts[operatorId]?.[regionId] ?? 0;

  /** Outcomes of all operators that serve families on the day. */
  function* outcomesOf(prepared: PreparedHousehold): Steps<OperatorOutcome[]> {
    const outcomes: OperatorOutcome[] = [];
    for (const operator of evaluator.operatorsOn(prepared.context.moment.day)) {
      outcomes.push(evaluator.evaluate(prepared, operator));
      yield;
    }
    return outcomes;
  }

  /** The same, best first. */
  function* ranking(prepared: PreparedHousehold): Steps<OperatorOutcome[]> {
    const outcomes = yield* outcomesOf(prepared);
    return orderOperators(outcomes, numbersHeldIn(payerRegion(prepared.context.household)));
  }

  const described = new WeakMap<OperatorOutcome, OperatorAssessment>();
  /** Without a look ahead an outcome is all that a description depends on: regions that share it share that, too. */
  function* describe(given: Describing, outcome: OperatorOutcome): Steps<OperatorAssessment> {
    if (given.search || given.trace) return yield* describeOperator(given, outcome);
    const known = described.get(outcome) ?? (yield* describeOperator(given, outcome));
    described.set(outcome, known);
    return known;
  }

  function* assessing(
    household: Household,
    options: AssessOptions,
    prepare: Evaluator['prepare'] = evaluator.prepare,
  ): Steps<Assessment> {
    for (const regionId of contractRegions(household.lines))
      requireKnown(regionIds, 'region', regionId);
    for (const id of options.operatorIds ?? []) requireKnown(operatorIds, 'operator', id);
    const { asOf, operatorIds: wanted, trace = false, outlook = true } = options;
    const wish = options.sharing ?? household.sharing ?? 'any';
    const moment = { asOf, day: asOf };
    const prepared = prepare(household, moment, wish);
    const all = yield* ranking(prepared);
    const chosen = all.filter(({ operator }) => wanted?.includes(operator.operator.id) ?? true);
    const search = outlook ? createChangeSearch(evaluator, household, moment, wish) : undefined;
    const given = {
      evaluator,
      household,
      moment,
      laws: dataset.laws,
      search,
      trace,
      wish,
    };
    const operators: OperatorAssessment[] = [];
    for (const outcome of chosen) {
      operators.push(yield* describe(given, outcome));
      yield;
    }
    const verdict = bestOf(operators.map((operator) => operator.verdict));
    const others = all.filter((outcome) => !chosen.includes(outcome));
    const changes = search
      ? yield* nearestChanges(household, verdict, operators, others, search)
      : [];
    return {
      regionId: payerRegion(household),
      verdict,
      support: supportOver(verdict, chosen),
      wish,
      sharing: sharingOver(chosen, numbersHeldIn(payerRegion(household))),
      lineGroups: operators[0]?.lineGroups ?? [],
      leads: operators.flatMap(({ leads }) => leads),
      asOf,
      datasetHash: dataset.hash,
      operators,
      restrictionIds: restrictionsHere(dataset.restrictions, household, asOf),
      steps: householdSteps(prepared.context, dataset),
      changes,
    };
  }

  function assessingRegion(
    regionId: RegionId,
    { operatorId, place, ...options }: RegionOptions,
  ): Steps<Assessment> {
    const { outlook = true, trace = false } = options;
    const operatorIds = operatorId === undefined ? undefined : [operatorId];
    // What looks ahead, or tells how it came about, speaks of the household itself.
    const prepare = outlook || trace ? evaluator.prepare : evaluator.prepareAlike;
    return assessing(atPlace(regionId, place), { ...options, operatorIds }, prepare);
  }

  return {
    assess: (household, options) => atOnce(assessing(household, options)),
    assessing: (household, options) => assessing(household, options),
    assessRegion: (regionId, options) => atOnce(assessingRegion(regionId, options)),
    assessingRegion,
    assessOperators(regionId, asOf) {
      requireKnown(regionIds, 'region', regionId);
      const household = defaultHousehold(regionId);
      const moment = { asOf, day: asOf };
      const given = { ...{ evaluator, household, moment }, laws: dataset.laws, search: undefined };
      const prepared = evaluator.prepareAlike(household, moment, 'any');
      return atOnce(outcomesOf(prepared)).map((outcome) =>
        atOnce(describe({ ...given, trace: false, wish: 'any' }, outcome)),
      );
    },
    summariseRegion(regionId, asOf, place) {
      requireKnown(regionIds, 'region', regionId);
      const household = atPlace(regionId, place);
      const prepared = evaluator.prepareAlike(household, { asOf, day: asOf }, 'any');
      const outcomes = atOnce(ranking(prepared));
      return summariseOutcomes(regionId, outcomes, numbersHeldIn(regionId));
    },
  };
}

function atPlace(regionId: RegionId, place: Household['place']): Household {
  return { ...defaultHousehold(regionId), ...(place && { place }) };
}

function payerRegion(household: Household): RegionId {
  const line = payerLine(household) ?? household.lines[0];
  if (line === undefined) throw new RangeError('a household has at least one line');
  return line.contractRegionId;
}

function requireKnown(known: ReadonlySet<string>, what: string, id: string): void {
  if (!known.has(id)) throw new RangeError(`the dataset has no ${what} ${id}`);
}
