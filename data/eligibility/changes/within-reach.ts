import type { Change } from '../../schema/change.ts';
import type { Line } from '../../schema/household.ts';
import { type Verdict, verdictRank } from '../../schema/verdict.ts';
import type { OperatorOutcome } from '../assess-operator.ts';
import { payerLine } from '../holders.ts';
import { isHouseholdAxis } from '../household-axes.ts';
import type { Trials } from './trials.ts';

/** Ids of the lines whose device or service falls short whatever the others are: each needs a change of its own. */
export function hardLineIds(trials: Trials, outcome: OperatorOutcome, target: Verdict): string[] {
  return trials.household.lines
    .filter((line) =>
      trials
        .alone(outcome, line)
        .best.axes.some(
          ({ axis, value }) =>
            (axis === 'device' || axis === 'companion') && verdictRank(value) < verdictRank(target),
        ),
    )
    .map((line) => line.id);
}

/** Whether the payer's line alone gets there as far as the operator goes: if not, no larger family does. */
export function isWithinReach(
  trials: Trials,
  outcome: OperatorOutcome,
  target: Verdict,
  candidates: readonly Change[],
): boolean {
  const payer = payerLine(trials.household);
  if (payer === undefined) return false;
  const regionIds = [payer.contractRegionId, ...regionsOfferedTo(payer, candidates)];
  return regionIds.some((contractRegionId) => {
    const { best, plans } = trials.alone(outcome, {
      ...payer,
      contractRegionId,
      operatorId: 'any',
    });
    return [best, ...plans].some(({ axes }) =>
      axes.every(
        ({ axis, value }) => isHouseholdAxis(axis) || verdictRank(value) >= verdictRank(target),
      ),
    );
  });
}

function regionsOfferedTo(line: Line, candidates: readonly Change[]): string[] {
  return candidates.flatMap((change) =>
    change.code === 'move-line-to-region' && change.params.lineId === line.id
      ? change.params.regionId
      : [],
  );
}
