import type { Dataset } from '../schema/dataset.ts';
import type { DatasetClaim } from '../schema/dataset-claim.ts';

/**
 * All claims of a dataset by id, whoever they belong to. A claim that a virtual operator takes over keeps the id of its
 * host's: here that id means the host's own, which is whole and taken over from nobody.
 */
export function claimsById(dataset: Dataset): ReadonlyMap<string, DatasetClaim> {
  const owners = [
    ...dataset.operators,
    ...dataset.laws,
    ...dataset.restrictions,
    ...dataset.background,
  ];
  const claims = owners.flatMap((owner) => owner.claims);
  const isOwn = (claim: DatasetClaim) => claim.inheritedFrom === undefined;
  return new Map(
    [...claims.filter((claim) => !isOwn(claim)), ...claims.filter(isOwn)].map((claim) => [
      claim.id,
      claim,
    ]),
  );
}
