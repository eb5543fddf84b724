import type { DatasetOperator } from '../../schema/dataset-claim.ts';
import type { RegionId } from '../../schema/ids.ts';
import type { NumberingTable } from '../../schema/numbering.ts';
import type { Operator } from '../../schema/operator.ts';
import type { Source } from '../../schema/source.ts';
import { resolveFees } from './resolve-fees.ts';
import { inheritedClaims } from './resolve-inheritance.ts';
import { resolveObservedOn } from './resolve-observed-on.ts';
import { resolvePresence } from './resolve-presence.ts';
import { resolveSupersession } from './resolve-supersession.ts';

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
    return { ...operator, claims: resolved, plans };
  });
  const byId = new Map(own.map((operator) => [operator.id, operator]));
  return own.map((operator) => {
    const inherited = inheritedClaims(operator, byId);
    const resolved = resolveSupersession(inherited, operator.claims, allRegionIds);
    return { ...operator, claims: [...operator.claims, ...resolved] };
  });
}
