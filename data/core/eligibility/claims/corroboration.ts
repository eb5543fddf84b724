import type { RegionId } from '../../schema/ids.ts';
import type { Plan } from '../../schema/plan.ts';
import type { IndexedClaim, IndexedFinding } from './claim-index.ts';
import { freshnessOf, type Moment, type Piece, speaksAt } from './freshness.ts';

/** How many publishers that know nothing of one another make a report of a plan good for regions that none of them names. */
const ENOUGH_PUBLISHERS = 3;

/** Independent publishers that tell of one plan, and the claims that they are behind. */
export type Corroboration = { publishers: number; claims: readonly IndexedClaim[] };

/**
 * Whether enough independent publishers tell of a plan for it to be taken as sold in a region that none of them need speak of.
 * What was said of the plans that it took the place of counts for it, never the reverse. A publisher counts who states it of a
 * known region or of the country, is not old and repeats nobody; the operator's own pages count once for each region. At
 * least two regions or the country must be among them, and none may leave this region out of a list of the country.
 */
export function corroborate(
  findings: readonly IndexedFinding[],
  plan: Plan,
  plans: readonly Plan[],
  regionId: RegionId,
  moment: Moment,
): Corroboration | undefined {
  const planIds = lineage(plan, plans);
  const reports = findings
    .filter(({ finding }) => finding.value !== 'no')
    .filter(({ finding }) => finding.planId !== undefined && planIds.has(finding.planId))
    .filter(({ claim, reach }) => claim.claim.method === 'stated' && reach !== 'elsewhere')
    .filter(({ claim }) => speaksAt(claim, moment) && !claim.age(moment.asOf).stale)
    .flatMap((found) =>
      found.claim.pieces
        .filter((piece) => !piece.isCopy && freshnessOf(piece.observedOn, moment.asOf) !== 'old')
        .map((piece) => ({ ...found, publisher: publisherOf(piece, found) })),
    );
  const leavesOut = reports.some(
    ({ reach, scope }) => reach === 'country' && scope !== 'RU' && !scope.includes(regionId),
  );
  const publishers = new Set(reports.map(({ publisher }) => publisher));
  if (leavesOut || publishers.size < ENOUGH_PUBLISHERS || !isWide(reports)) return undefined;
  return { publishers: publishers.size, claims: [...new Set(reports.map(({ claim }) => claim))] };
}

/** A plan and those that it took the place of, however far back. */
function lineage(plan: Plan, plans: readonly Plan[]): ReadonlySet<string> {
  const ids = new Set([plan.id]);
  for (const id of ids) {
    for (const older of plans.find((other) => other.id === id)?.predecessorIds ?? [])
      ids.add(older);
  }
  return ids;
}

/** The operator's own pages of two regions are written apart: they count as two. */
function publisherOf({ publisher, confidence }: Piece, { scope }: IndexedFinding): string {
  return confidence === 'official' && scope !== 'RU'
    ? `${publisher} ${scope.toSorted().join()}`
    : publisher;
}

function isWide(reports: readonly Pick<IndexedFinding, 'reach' | 'scope'>[]): boolean {
  if (reports.some(({ reach, scope }) => reach === 'country' || scope === 'RU')) return true;
  return new Set(reports.flatMap(({ scope }) => scope)).size >= 2;
}
