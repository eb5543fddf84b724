import { weighSources } from '../../core/eligibility/claims/strength.ts';
import type { Claim } from '../../core/schema/claim.ts';
import type { DatasetClaim, DatasetOperator } from '../../core/schema/dataset.ts';
import type { PartialDate } from '../../core/schema/dates.ts';
import { type RegionId, TerritoryId } from '../../core/schema/ids.ts';
import type { NumberingTable } from '../../core/schema/numbering.ts';
import type { Operator } from '../../core/schema/operator.ts';
import type { Plan, PlanFee } from '../../core/schema/plan.ts';
import type { Source } from '../../core/schema/source.ts';
import { expandScope, resolvePresence, resolveSupersession } from './resolve-findings.ts';

/**
 * Takes from each price the regions where newer claims superseded all that state it: a price of the whole country does
 * not hold where the plan was found not to work.
 *
 * @param claims of the plan's operator, with what supersedes them
 */
export function resolveFees(
  plan: Plan,
  claims: readonly DatasetClaim[],
  allRegionIds: readonly RegionId[],
): Plan {
  const states = (claimId: string, regionId: string): boolean => {
    const marks = claims.find(({ id }) => id === claimId)?.supersededBy ?? [];
    return !marks.some(
      ({ regionIds = 'RU' }) => regionIds === 'RU' || regionIds.some((id) => id === regionId),
    );
  };
  const fees = plan.fees.flatMap((fee): PlanFee[] => {
    const scope = expandScope(fee.regionIds, allRegionIds);
    const left = scope.filter((id) => fee.claimIds.some((claimId) => states(claimId, id)));
    if (left.length === scope.length) return [fee];
    if (left.length === 0) return [];
    const ids = (list: readonly string[]) => list.map((id) => TerritoryId.parse(id));
    if (fee.regionIds !== 'RU') return [{ ...fee, regionIds: ids(left) }];
    // A price of the country stays one: a list of all but a few regions would name regions that no source does.
    return [{ ...fee, exceptRegionIds: ids(scope.filter((id) => !left.includes(id))) }];
  });
  return { ...plan, fees };
}

/**
 * The claims that a virtual operator takes over from its hosts, each with the host's name kept. Findings that
 * speak of one plan stay behind: the plan is the host's.
 */
export function inheritedClaims(
  operator: DatasetOperator,
  operators: ReadonlyMap<string, DatasetOperator>,
): DatasetClaim[] {
  return operator.inherits.flatMap(({ fromOperatorId, claimIds }) =>
    claimIds.flatMap((claimId) => {
      const claim = operators.get(fromOperatorId)?.claims.find(({ id }) => id === claimId);
      if (claim === undefined) return [];
      const findings = claim.findings.filter((finding) => finding.planId === undefined);
      return [{ ...claim, findings, inheritedFrom: fromOperatorId }];
    }),
  );
}

/**
 * Gives a claim without a day of its own the day that its sources speak for together. A claim whose sources give none
 * stays without one: it is undated, and the freshness rule says so.
 */
export function resolveObservedOn<T extends Claim>(
  claim: T,
  sources: ReadonlyMap<string, Source>,
): T {
  if (claim.observedOn !== undefined) return claim;
  const cited = claim.sourceIds.flatMap((id) => sources.get(id) ?? []);
  const { observedOn } = weighSources(claim.method, cited);
  return observedOn === undefined ? claim : { ...claim, observedOn };
}

/** Day that a source speaks for, `null` where it is undated. */
function dayOf(source: Source | undefined): PartialDate | null {
  return source?.datedBy === undefined ? (source?.observedOn ?? null) : null;
}

/**
 * Resolves operators in this order: days and presence of each claim, supersession among an operator's own
 * claims, what that leaves of the prices of plans, then inheritance (so that a host's corrections are inherited too), then what the inheriting
 * operator's own claims supersede of the inherited ones.
 */
export function resolveOperators(
  authored: readonly Operator[],
  sources: ReadonlyMap<string, Source>,
  numbering: NumberingTable | undefined,
  allRegionIds: readonly RegionId[],
): DatasetOperator[] {
  const own = authored.map((operator): DatasetOperator => {
    const claims = operator.claims
      .map((claim) => resolveObservedOn(claim, sources))
      .map((claim) => resolvePresence(claim, operator.id, numbering, allRegionIds));
    const resolved = resolveSupersession(claims, claims, allRegionIds);
    const plans = operator.plans.map((plan) => resolveFees(plan, resolved, allRegionIds));
    const contacts = operator.contacts.map((contact) => ({
      ...contact,
      observedOn: contact.observedOn ?? dayOf(sources.get(contact.sourceId)),
    }));
    return { ...operator, contacts, claims: resolved, plans };
  });
  const byId = new Map(own.map((operator) => [operator.id, operator]));
  return own.map((operator) => {
    const inherited = inheritedClaims(operator, byId);
    const resolved = resolveSupersession(inherited, operator.claims, allRegionIds);
    return { ...operator, claims: [...operator.claims, ...resolved] };
  });
}
