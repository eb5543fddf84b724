import type { Axis } from '../../schema/axis.ts';
import type { Change } from '../../schema/change.ts';
import type { ChangeSet } from '../../schema/change-set.ts';
import type { Household } from '../../schema/household.ts';
import { type Verdict, verdictRank } from '../../schema/verdict.ts';
import type { OperatorOutcome } from '../assess-operator.ts';
import type { Moment } from '../decide.ts';
import type { Evaluator } from '../evaluator.ts';
import { candidateChanges, shortfalls, TOUCHED_AXES } from './candidate-changes.ts';
import { freeOnlyEnough } from './free-numbers.ts';
import { smallestSubset } from './smallest-subset.ts';
import { createTrials, type Trials } from './trials.ts';
import { hardLineIds, isWithinReach } from './within-reach.ts';

/** More than this many changes is another family, not advice. */
export const MAX_CHANGES = 3;

/** Households tried per operator and verdict: keeps the worst case (40 lines) within a few tens of milliseconds. */
const MAX_TRIALS = 200;

/** Looks for change sets for one household at one moment; households tried are shared between operators. */
export type ChangeSearch = (outcome: OperatorOutcome) => ChangeSet[];

/**
 * Finds, per verdict above an operator's present one, the smallest set of changes that reaches it, by applying the
 * same rules to the changed household. Sets are tried smallest first and, within a size, in the order of the
 * candidates, so the first hit is the smallest and dropping any part of it falls short. A set is only tried if it
 * touches every axis that falls short with some plan, and every line that falls short by itself.
 */
export function createChangeSearch(
  evaluator: Evaluator,
  household: Household,
  moment: Moment,
): ChangeSearch {
  const trials = createTrials(evaluator, household, moment);
  return (outcome) => {
    const found: ChangeSet[] = [];
    let reached: Verdict = outcome.best.verdict;
    for (const target of ['partial', 'yes'] as const) {
      if (verdictRank(target) <= verdictRank(reached)) continue;
      const changes = changesTo(trials, outcome, target);
      if (changes === undefined) break;
      reached = trials.verdictAfter(outcome, changes, target);
      found.push({ verdict: reached, operatorId: outcome.operator.operator.id, changes });
    }
    return found;
  };
}

function changesTo(
  trials: Trials,
  outcome: OperatorOutcome,
  target: Verdict,
): Change[] | undefined {
  const candidates = candidateChanges(trials.after([]).context, outcome, target);
  if (!isWithinReach(trials, outcome, target, candidates)) return undefined;
  const short = shortfalls(outcome, target);
  const hard = hardLineIds(trials, outcome, target);
  const changes = smallestSubset(candidates, {
    least: Math.max(1, hard.length),
    most: MAX_CHANGES,
    maxTrials: MAX_TRIALS,
    canHelp: (set) =>
      hard.every((lineId) => set.some((change) => isAboutLine(change, lineId))) &&
      short.some((axes) => touchesAll(set, axes)),
    passes: (set) => verdictRank(trials.verdictAfter(outcome, set, target)) >= verdictRank(target),
  });
  return changes && freeOnlyEnough(trials, changes, target);
}

function isAboutLine({ params }: Change, lineId: string): boolean {
  return 'lineId' in params && params.lineId === lineId;
}

function touchesAll(changes: readonly Change[], axes: readonly Axis[]): boolean {
  return axes.every((axis) => changes.some((change) => TOUCHED_AXES[change.code].includes(axis)));
}
