import type { Change } from '../../schema/change.ts';
import type { Verdict } from '../../schema/verdict.ts';
import { capStandings, numbersOver } from '../axes/number-cap.ts';
import type { HouseholdContext } from '../axis-context.ts';
import type { Trials } from './trials.ts';

/** For each holder with too many numbers for a verdict: to give up as many, of those besides the household's lines. */
export function numbersToFree(context: HouseholdContext, target: Verdict): Change[] {
  return capStandings(context).flatMap((standing) => {
    const { id: memberId, otherNumbers } = standing.holder;
    const count = Math.min(numbersOver(standing, target), otherNumbers);
    return count > 0 ? [{ code: 'free-numbers' as const, params: { memberId, count } }] : [];
  });
}

/** The same changes with no more numbers given up than the other changes leave over. */
export function freeOnlyEnough(
  trials: Trials,
  changes: readonly Change[],
  target: Verdict,
): Change[] {
  return changes.map((change) => {
    if (change.code !== 'free-numbers') return change;
    const others = changes.filter((other) => other !== change);
    const needed = numbersToFree(trials.after(others).context, target).find(
      (other) => other.code === 'free-numbers' && other.params.memberId === change.params.memberId,
    );
    return needed ?? change;
  });
}
