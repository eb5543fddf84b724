import type { RegionId } from '../schema/ids.ts';
import type { RegionSummary } from '../schema/region-summary.ts';
import type { OperatorOutcome } from './assess-operator.ts';
import { bestOf } from './combine.ts';
import { supportOf } from './plan-outcome.ts';

/** What the map shows of a region, from the outcomes of its operators, best first. */
export function summariseOutcomes(
  regionId: RegionId,
  outcomes: readonly OperatorOutcome[],
): RegionSummary {
  const verdict = bestOf(outcomes.map((outcome) => outcome.best.verdict));
  const best = outcomes.filter((outcome) => outcome.best.verdict === verdict);
  return {
    regionId,
    verdict,
    bestOperatorIds: best.map(({ operator }) => operator.operator.id),
    operatorVerdicts: Object.fromEntries(
      outcomes.map((outcome) => [outcome.operator.operator.id, outcome.best.verdict]),
    ),
    ...(best[0] && supportOf(best[0].best)),
  };
}
