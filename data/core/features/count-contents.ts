import type { Dataset } from '../schema/dataset.ts';
import type { DeviceModel } from '../schema/device.ts';
import type { Place } from '../schema/region.ts';

/** How much a built dataset holds, for people who want to see at once what a change added. */
export interface Counts {
  regions: number;
  operators: number;
  plans: number;
  claims: number;
  inheritedClaims: number;
  sources: number;
  openQuestions: number;
  laws: number;
  restrictions: number;
  places: number;
  devices: number;
}

/** Counts what a built dataset holds; a claim inherited from a host is not counted among the claims. */
export function countContents(
  dataset: Dataset,
  devices: readonly DeviceModel[],
  places: readonly Place[],
): Counts {
  const { operators, laws, restrictions, background } = dataset;
  const claims = [...operators, ...laws, ...restrictions, ...background].flatMap(
    (subject) => subject.claims,
  );
  const inheritedClaims = claims.filter((claim) => claim.inheritedFrom !== undefined).length;
  return {
    regions: dataset.regions.length,
    operators: operators.length,
    plans: operators.flatMap((operator) => operator.plans).length,
    claims: claims.length - inheritedClaims,
    inheritedClaims,
    sources: dataset.sources.length,
    openQuestions: [...operators, ...laws, ...background].flatMap((part) => part.openQuestions)
      .length,
    laws: laws.length,
    restrictions: restrictions.length,
    places: places.length,
    devices: devices.length,
  };
}
