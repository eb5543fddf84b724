import { CONFIDENCES, type Confidence, FRESHNESS, type Freshness } from '../../schema/claim.ts';
import { earliestDay, type IsoDate } from '../../schema/dates.ts';
import { type RegionId, type RegionScope, scopeSize } from '../../schema/ids.ts';
import type { Plan } from '../../schema/plan.ts';
import { METHODS, type Method, supportRank } from '../../schema/verdict.ts';
import type { IndexedClaim, IndexedFinding } from './claim-index.ts';
import { freshnessOf, type Moment, type Piece, speaksAt } from './freshness.ts';
import { CARRIES, type Weight } from './support.ts';

/** What something rests on: how it was come by, who says so, how old it is; all absent where it rests on nothing. */
export type Grounds = {
  method?: Method | undefined;
  confidence?: Confidence | undefined;
  freshness?: Freshness | undefined;
};

/** A claim as the decision rule compares it. */
type Compared = { claim: IndexedClaim; scope: RegionScope; weight: Weight };

/**
 * Orders two claims by strength, negative when `a` is the stronger: what is assumed yields to what is not, then the better
 * support, then what carries more, then higher confidence, then the newer day it speaks for (undated last), then the
 * narrower scope. Support comes first so that no evidence taken away leaves a better supported value.
 */
export function compareStrength(a: Compared, b: Compared): number {
  const assumed =
    Number(a.claim.claim.method === 'assumed') - Number(b.claim.claim.method === 'assumed');
  if (assumed !== 0) return assumed;
  const support = supportRank(a.weight.support) - supportRank(b.weight.support);
  if (support !== 0) return support;
  const carry = CARRIES.indexOf(a.weight.carry) - CARRIES.indexOf(b.weight.carry);
  if (carry !== 0) return carry;
  const confidence =
    CONFIDENCES.indexOf(a.claim.confidence) - CONFIDENCES.indexOf(b.claim.confidence);
  if (confidence !== 0) return confidence;
  const dayA = a.claim.observedOn === undefined ? '' : earliestDay(a.claim.observedOn);
  const dayB = b.claim.observedOn === undefined ? '' : earliestDay(b.claim.observedOn);
  if (dayA !== dayB) return dayA > dayB ? -1 : 1;
  return scopeSize(a.scope) - scopeSize(b.scope);
}

/** What a set of deciding claims rests on together: the weakest of each. */
export function summarise(claims: readonly IndexedClaim[], asOf: IsoDate): Grounds {
  return weakestGrounds(
    claims.map((claim) => ({
      method: claim.claim.method,
      confidence: claim.confidence,
      freshness: claim.age(asOf).freshness,
    })),
  );
}

/** A chain is as strong as its weakest link: for findings that all have to hold. */
export function weakestGrounds(supports: readonly Grounds[]): Grounds {
  const weakest = <T extends string>(
    order: readonly T[],
    read: (support: Grounds) => T | undefined,
  ) => {
    let position = -1;
    for (const support of supports) {
      const value = read(support);
      if (value !== undefined) position = Math.max(position, order.indexOf(value));
    }
    return order[position];
  };
  const method = weakest(METHODS, (support) => support.method);
  const confidence = weakest(CONFIDENCES, (support) => support.confidence);
  const freshness = weakest(FRESHNESS, (support) => support.freshness);
  return {
    ...(method && { method }),
    ...(confidence && { confidence }),
    ...(freshness && { freshness }),
  };
}

/** For findings of which any single one suffices: the best grounded of them. */
export function strongestGrounds(supports: readonly Grounds[]): Grounds {
  return weakestGrounds([...supports].sort((a, b) => rank(a) - rank(b)).slice(0, 1));
}

function rank(support: Grounds): number {
  if (support.confidence === undefined) return CONFIDENCES.length;
  return CONFIDENCES.indexOf(support.confidence);
}

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
