import type { AxisResult } from '../schema/axis-result.ts';
import type { Dataset } from '../schema/dataset.ts';
import type { IsoDate } from '../schema/dates.ts';
import type { DeviceModel } from '../schema/device.ts';
import type { Household } from '../schema/household.ts';
import { assessHouseholdAxes } from './assess-axes.ts';
import { assessOperator, type OperatorOutcome } from './assess-operator.ts';
import type { HouseholdContext } from './axis-context.ts';
import { indexClaims, type OperatorIndex } from './claim-index.ts';
import type { Moment } from './decide.ts';
import { indexDevices } from './device-catalogue.ts';
import { lawInForce } from './law-in-force.ts';
import { servesFamiliesOn } from './serves-families.ts';

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
