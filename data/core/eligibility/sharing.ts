import type {
  Assessment,
  Lead,
  OperatorAssessment,
  OperatorSharing,
  RegionSummary,
  Sharing,
} from '../schema/assessment.ts';
import type { RegionId } from '../schema/ids.ts';
import type { Support, Verdict } from '../schema/verdict.ts';
import { bestOf } from './claims/combine.ts';
import { bestSupport, supportOfAny } from './claims/support.ts';
import type { OperatorOutcome } from './evaluator.ts';
import { orderOperators } from './operators.ts';
import { groundsOf, known } from './plans.ts';

/** The answer of one operator for each kind of sharing. */
export function sharingOf({ bestFor }: OperatorOutcome): OperatorAssessment['sharing'] {
  const answer = (wish: 'bundle' | 'payer'): OperatorSharing => {
    const { plan, verdict, support, planSupport } = bestFor(wish);
    return { verdict, support, planSupport, ...(plan && { planId: plan.id }) };
  };
  return { bundle: answer('bundle'), payer: answer('payer') };
}

/**
 * The answer over operators for each kind of sharing. Operators are ordered by their plans of that kind, so that the answer is the
 * same whichever kind was asked for.
 */
export function sharingOver(
  outcomes: readonly OperatorOutcome[],
  numbersHeld: (operatorId: string) => number,
): Assessment['sharing'] {
  const answer = (wish: 'bundle' | 'payer'): Sharing => {
    const answers = outcomes.map((outcome) => ({ ...outcome, best: outcome.bestFor(wish) }));
    const verdict = bestOf(answers.map(({ best }) => best.verdict));
    const support = supportOfAny(
      verdict,
      answers.map(({ best }) => known(best)),
    );
    const reaching = answers.filter(({ best }) => best.verdict === verdict);
    const isPositive = verdict === 'yes' || verdict === 'partial';
    const first = reaching.filter(({ best }) => best.support === support);
    return {
      verdict,
      support,
      planSupport: bestSupport((isPositive ? first : reaching).map(({ best }) => best.planSupport)),
      operatorIds: isPositive
        ? orderOperators(first, numbersHeld).map(({ operator }) => operator.operator.id)
        : [],
    };
  };
  return { bundle: answer('bundle'), payer: answer('payer') };
}

/** Support of an operator's verdict: its plans of the kind wanted are the alternatives. */
export function supportOfOperator({ best, wanted }: OperatorOutcome): Support {
  return supportOfAny(best.verdict, wanted.map(known));
}

/** Support of the best verdict over operators. */
export function supportOver(verdict: Verdict, outcomes: readonly OperatorOutcome[]): Support {
  return supportOfAny(
    verdict,
    outcomes.map((outcome) => ({
      value: outcome.best.verdict,
      support: supportOfOperator(outcome),
    })),
  );
}

/** Claims that speak to an operator's axes and decide nothing, over all of its plans. */
export function leadsOf({ operator, plans }: OperatorOutcome): Lead[] {
  const ids = new Set<string>();
  for (const { axes } of plans) {
    for (const { evidence } of axes) {
      for (const { role, claimId } of evidence) if (role === 'lead') ids.add(claimId);
    }
  }
  const operatorId = operator.operator.id;
  return [...ids].sort().map((claimId) => ({ claimId, operatorId }));
}

/** What the map shows of a region, from the outcomes of its operators, best first. */
export function summariseOutcomes(
  regionId: RegionId,
  outcomes: readonly OperatorOutcome[],
  numbersHeld: (operatorId: string) => number,
): RegionSummary {
  const verdict = bestOf(outcomes.map((outcome) => outcome.best.verdict));
  const best = outcomes.filter((outcome) => outcome.best.verdict === verdict);
  const byOperator = <T>(read: (outcome: OperatorOutcome) => T) =>
    Object.fromEntries(
      outcomes.map((outcome) => [outcome.operator.operator.id, read(outcome)] as const),
    );
  return {
    regionId,
    verdict,
    support: supportOver(verdict, outcomes),
    planSupport: best[0]?.best.planSupport ?? 'none',
    sharing: sharingOver(outcomes, numbersHeld),
    bestOperatorIds: best.map(({ operator }) => operator.operator.id),
    operatorVerdicts: byOperator((outcome) => outcome.best.verdict),
    operatorSupports: byOperator(supportOfOperator),
    ...(best[0] && groundsOf(best[0].best)),
  };
}
