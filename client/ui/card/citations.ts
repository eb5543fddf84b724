import { claimsById } from '../../../data/eligibility/claims-by-id.ts';
import type { Assessment } from '../../../data/schema/assessment.ts';
import type { Dataset } from '../../../data/schema/dataset.ts';
import type { DatasetClaim } from '../../../data/schema/dataset-claim.ts';
import type { Evidence } from '../../../data/schema/evidence.ts';
import { coversRegion } from '../../../data/schema/ids.ts';
import type { Plan } from '../../../data/schema/plan.ts';
import type { Source } from '../../../data/schema/source.ts';

/** One claim with its number on the page; rows refer to it by that number. */
export interface Citation {
  number: number;
  claim: DatasetClaim;
  sources: readonly Source[];
  /** How the rules used it; absent for a claim that only explains a term or a step. */
  evidence?: Evidence;
}

/** Every claim that a page speaks of, each once. */
export interface Citations {
  list: readonly Citation[];
  /** Numbers of these claims, in order, unknown ids left out. */
  numbersOf(claimIds: readonly string[]): number[];
}

/** Claims behind the terms that a card shows of a plan. */
function planClaimIds(plan: Plan): string[] {
  return [
    ...plan.claimIds,
    ...(plan.lineLimit?.claimIds ?? []),
    ...(plan.payerTariffs?.claimIds ?? []),
    ...(plan.manage?.claimIds ?? []),
    ...plan.fees.flatMap((fee) => fee.claimIds),
  ];
}

/** Numbers the claims of an assessment, and those that a page adds, in the order in which the page meets them. */
export function createCitations(
  dataset: Dataset,
  assessment: Assessment,
  added: readonly string[] = [],
): Citations {
  const claims = claimsById(dataset);
  const sources = new Map(dataset.sources.map((source) => [source.id, source]));
  const plans = new Map(
    dataset.operators.flatMap((operator) => operator.plans.map((plan) => [plan.id, plan] as const)),
  );
  const found = new Map<string, Citation>();
  const cite = (claimId: string, evidence?: Evidence): void => {
    const claim = claims.get(claimId);
    if (claim === undefined || found.has(claimId)) return;
    found.set(claimId, {
      number: found.size + 1,
      claim,
      sources: claim.sourceIds.flatMap((id) => sources.get(id) ?? []),
      ...(evidence === undefined ? {} : { evidence }),
    });
  };
  for (const operator of assessment.operators) {
    for (const axis of operator.axes) for (const used of axis.evidence) cite(used.claimId, used);
  }
  for (const { planId, plans: others } of assessment.operators) {
    const plan = planId === undefined ? undefined : plans.get(planId);
    if (plan !== undefined) for (const id of planClaimIds(plan)) cite(id);
    for (const other of others) {
      const fees = plans.get(other.planId)?.fees ?? [];
      const here = fees.filter((fee) => coversRegion(fee.regionIds, assessment.regionId));
      for (const id of here.flatMap((fee) => fee.claimIds)) cite(id);
    }
  }
  for (const id of added) cite(id);
  for (const step of assessment.steps) for (const id of step.claimIds) cite(id);
  for (const restriction of dataset.restrictions) {
    if (assessment.restrictionIds.includes(restriction.id)) {
      for (const claim of restriction.claims) cite(claim.id);
    }
  }
  return {
    list: [...found.values()],
    numbersOf: (claimIds) => claimIds.flatMap((id) => found.get(id)?.number ?? []),
  };
}
