import type { Assessment, OperatorAssessment, RegionSummary } from '../schema/assessment.ts';
import type { Dataset } from '../schema/dataset.ts';
import { type IsoDate, isValidOn } from '../schema/dates.ts';
import type { DeviceModel } from '../schema/device.ts';
import type { Household } from '../schema/household.ts';
import { coversRegion, type RegionId } from '../schema/ids.ts';
import { assessHouseholdAxes } from './assess-axes.ts';
import { assessOperator, type OperatorOutcome, supportOf } from './assess-operator.ts';
import { contractRegions, type HouseholdContext } from './axis-context.ts';
import { indexClaims } from './claim-index.ts';
import { bestOf } from './combine.ts';
import { mergeConditions } from './conditions.ts';
import type { Moment } from './decide.ts';
import { defaultHousehold } from './default-household.ts';
import { indexDevices } from './device-catalogue.ts';
import { payerLine } from './holders.ts';
import { lawInForce } from './law-in-force.ts';
import { compareOperators } from './operator-order.ts';

/** `operatorIds`: only these, in whatever order; all when absent. `trace`: add the full reasoning. */
export type AssessOptions = {
  asOf: IsoDate;
  operatorIds?: readonly string[] | undefined;
  trace?: boolean | undefined;
};

/** The rules over one dataset. Every answer is a function of the dataset and the arguments. */
export type Assessor = {
  /**
   * Assesses a parsed household. The assessment's region is the payer line's contract region.
   * Throws a RangeError for a region or operator that the dataset does not have: edges check those first.
   */
  assess(household: Household, options: AssessOptions): Assessment;
  /** Assesses the default household of a region. */
  assessRegion(
    regionId: RegionId,
    options: { asOf: IsoDate; operatorId?: string | undefined; trace?: boolean | undefined },
  ): Assessment;
  /** What the map shows of a region: the default household's verdicts without the evidence. */
  summariseRegion(regionId: RegionId, asOf: IsoDate): RegionSummary;
};

/** Indexes a dataset and its device catalogue once and answers from the index. */
export function createAssessor(dataset: Dataset, devices: readonly DeviceModel[]): Assessor {
  const index = indexClaims(dataset);
  const catalogue = indexDevices(devices, dataset.sources);
  const regionIds = new Set(dataset.regions.map((region) => region.id));
  const operatorIds = new Set(dataset.operators.map((operator) => operator.id));

  const contextOf = (household: Household, moment: Moment): HouseholdContext => ({
    household,
    moment,
    law: lawInForce(dataset.laws, index.lawClaims, moment),
    devices: catalogue,
  });

  /** Operators that serve families on a day: not for machines, not gone. */
  const operatorsOn = (day: IsoDate) =>
    index.operators.filter(
      ({ operator }) =>
        operator.market === 'consumer' &&
        (operator.retiredOn === undefined || day < operator.retiredOn),
    );

  function outcomesFor(
    household: Household,
    asOf: IsoDate,
    wanted?: readonly string[],
  ): OperatorOutcome[] {
    const context = contextOf(household, { asOf, day: asOf });
    const householdAxes = assessHouseholdAxes(context);
    const regionId = payerRegion(household);
    return operatorsOn(asOf)
      .filter(({ operator }) => wanted?.includes(operator.id) ?? true)
      .map((operator) => assessOperator(context, householdAxes, operator))
      .sort(compareOperators((id) => dataset.numbering.counts[id]?.[regionId] ?? 0));
  }

  function assess(household: Household, options: AssessOptions): Assessment {
    for (const regionId of contractRegions(household)) requireKnown(regionIds, 'region', regionId);
    for (const id of options.operatorIds ?? []) requireKnown(operatorIds, 'operator', id);
    const outcomes = outcomesFor(household, options.asOf, options.operatorIds);
    return {
      regionId: payerRegion(household),
      verdict: bestOf(outcomes.map((outcome) => outcome.best.verdict)),
      asOf: options.asOf,
      datasetHash: dataset.hash,
      operators: outcomes.map(describe),
      restrictionIds: restrictionsFor(household, options.asOf),
      steps: [],
      changes: [],
    };
  }

  /** Restrictions in force where the family's contracts are, or where it is now. */
  function restrictionsFor(household: Household, asOf: IsoDate): string[] {
    const here = household.presentRegionId === undefined ? [] : [household.presentRegionId];
    const places = [...contractRegions(household), ...here];
    return dataset.restrictions
      .filter(({ from, to }) => isValidOn({ validFrom: from, validTo: to }, asOf))
      .filter((restriction) => places.some((id) => coversRegion(restriction.regionIds, id)))
      .map((restriction) => restriction.id);
  }

  return {
    assess,
    assessRegion: (regionId, { asOf, operatorId, trace }) =>
      assess(defaultHousehold(regionId), {
        asOf,
        operatorIds: operatorId === undefined ? undefined : [operatorId],
        trace,
      }),
    summariseRegion(regionId, asOf) {
      requireKnown(regionIds, 'region', regionId);
      const outcomes = outcomesFor(defaultHousehold(regionId), asOf);
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
    },
  };
}

function describe({ operator, best, plans }: OperatorOutcome): OperatorAssessment {
  return {
    operatorId: operator.operator.id,
    verdict: best.verdict,
    ...(best.plan && { planId: best.plan.id }),
    axes: best.axes,
    conditions: mergeConditions(best.axes.map((axis) => axis.conditions)),
    ...supportOf(best),
    plans: plans.flatMap(({ plan, verdict }) => (plan ? [{ planId: plan.id, verdict }] : [])),
    changes: [],
    steps: [],
    changesOn: [],
  };
}

function payerRegion(household: Household): RegionId {
  const line = payerLine(household) ?? household.lines[0];
  if (line === undefined) throw new RangeError('a household has at least one line');
  return line.contractRegionId;
}

function requireKnown(known: ReadonlySet<string>, what: string, id: string): void {
  if (!known.has(id)) throw new RangeError(`the dataset has no ${what} ${id}`);
}
