import type { IsoDate, PartialDate } from '../schema/dates.ts';
import type { Freshness } from '../schema/freshness.ts';
import { freshnessOf, isCheckDue, isStale } from './freshness.ts';

/** How old a claim is on one day, by both of its dates. */
export type ClaimAge = { freshness: Freshness; checkDue: boolean; stale: boolean };

/** Ages of one claim. One assessment asks for the same day over and over: the last answer is kept. */
export function createClaimAge(
  observedOn: PartialDate | undefined,
  checkedOn: IsoDate,
): (asOf: IsoDate) => ClaimAge {
  let latest: { asOf: IsoDate; age: ClaimAge } | undefined;
  return (asOf) => {
    if (latest?.asOf !== asOf) {
      const age = {
        freshness: freshnessOf(observedOn, asOf),
        checkDue: isCheckDue(checkedOn, asOf),
        stale: isStale(checkedOn, asOf),
      };
      latest = { asOf, age };
    }
    return latest.age;
  };
}
