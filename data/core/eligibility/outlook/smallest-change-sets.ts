import type { OperatorAssessment } from '../../schema/assessment.ts';
import type { Household } from '../../schema/household.ts';
import type { Change, ChangeSet } from '../../schema/outlook.ts';
import type { Wish } from '../../schema/plan.ts';
import { type Axis, type Verdict, verdictRank } from '../../schema/verdict.ts';
import type { Moment } from '../claims/freshness.ts';
import type { Evaluator, OperatorOutcome, Steps } from '../evaluator.ts';
import { candidateChanges, numbersToFree, shortfalls, touches } from './changes.ts';
import { createTrials, hardLineIds, isWithinReach, type Trials } from './trials.ts';

/** Looks take far less than trials: so many are one step. */
const LOOKS_A_STEP = 200;

/** Bounds of a search for a subset, and what it has to do. */
type SubsetSearch<T> = {
  /** Fewest and most items of the subset. */
  least: number;
  most: number;
  /** Cheap look at a subset: only those that can help are tried. */
  canHelp(items: readonly T[]): boolean;
  /** The trial itself. */
  passes(items: readonly T[]): boolean;
  /** Subsets tried before the search gives up. */
  maxTrials: number;
};

/** The first of the smallest subsets, in the order of the items, that passes; `undefined` where none does in time. */
function* smallestSubset<T>(items: readonly T[], search: SubsetSearch<T>): Steps<T[] | undefined> {
  let trials = 0;
  let looks = 0;
  for (let size = search.least; size <= search.most; size++) {
    for (const subset of subsets(items, size)) {
      if (++looks % LOOKS_A_STEP === 0) yield;
      if (!search.canHelp(subset)) continue;
      if (++trials > search.maxTrials) return undefined;
      if (search.passes(subset)) return subset;
      yield;
    }
  }
  return undefined;
}

/** All subsets of a size, in the order of the items. */
function* subsets<T>(items: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= items.length - size; index++) {
    const item = items[index];
    if (item === undefined) return;
    for (const rest of subsets(items, size - 1, index + 1)) yield [item, ...rest];
  }
}

/** More than this many changes is another family, not advice. */
const MAX_CHANGES = 3;

/** Households tried per operator and verdict: keeps the worst case (40 lines) within a few tens of milliseconds. */
const MAX_TRIALS = 200;

/** Looks for change sets for one household at one moment; households tried are shared between operators. */
export type ChangeSearch = (outcome: OperatorOutcome) => Steps<ChangeSet[]>;

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
  wish: Wish,
): ChangeSearch {
  const trials = createTrials(evaluator, household, moment, wish);
  return function* (outcome) {
    const found: ChangeSet[] = [];
    let reached: Verdict = outcome.best.verdict;
    for (const target of ['partial', 'yes'] as const) {
      if (verdictRank(target) <= verdictRank(reached)) continue;
      const changes = yield* changesTo(trials, outcome, target);
      if (changes === undefined) break;
      reached = trials.verdictAfter(outcome, changes, target);
      found.push({ verdict: reached, operatorId: outcome.operator.operator.id, changes });
    }
    return found;
  };
}

function* changesTo(
  trials: Trials,
  outcome: OperatorOutcome,
  target: Verdict,
): Steps<Change[] | undefined> {
  const candidates = candidateChanges(trials.after([]).context, outcome, target);
  if (!(yield* isWithinReach(trials, outcome, target, candidates))) return undefined;
  const short = shortfalls(outcome, target);
  const hard = yield* hardLineIds(trials, outcome, target);
  const changes = yield* smallestSubset(candidates, {
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

/** The same changes with no more numbers given up than the other changes leave over. */
function freeOnlyEnough(trials: Trials, changes: readonly Change[], target: Verdict): Change[] {
  return changes.map((change) => {
    if (change.code !== 'free-numbers') return change;
    const others = changes.filter((other) => other !== change);
    const needed = numbersToFree(trials.after(others).context, target).find(
      (other) => other.code === 'free-numbers' && other.params.memberId === change.params.memberId,
    );
    return needed ?? change;
  });
}

function isAboutLine({ params }: Change, lineId: string): boolean {
  return 'lineId' in params && params.lineId === lineId;
}

function touchesAll(changes: readonly Change[], axes: readonly Axis[]): boolean {
  return axes.every((axis) => changes.some((change) => touches(change, axis)));
}

/**
 * For each verdict above the household's present one, the smallest change set over the operators asked for and, by
 * switching all lines, over the `others` that were not. Operators come best first, and the first of equals stays.
 */
export function* nearestChanges(
  household: Household,
  present: Verdict,
  operators: readonly OperatorAssessment[],
  others: readonly OperatorOutcome[],
  search: ChangeSearch,
): Steps<ChangeSet[]> {
  const switched: ChangeSet[] = [];
  for (const outcome of others) switched.push(...(yield* switchTo(household, outcome, search)));
  const all = [...operators.flatMap((operator) => operator.changes), ...switched];
  return (['partial', 'yes'] as const)
    .filter((target) => verdictRank(target) > verdictRank(present))
    .flatMap((target) => {
      const reaching = all.filter((set) => set.verdict === target);
      const size = Math.min(...reaching.map((set) => set.changes.length));
      return reaching.find((set) => set.changes.length === size) ?? [];
    });
}

/** The household's way to an operator that was not asked about: all lines go there, and what else it takes. */
function* switchTo(
  household: Household,
  outcome: OperatorOutcome,
  search: ChangeSearch,
): Steps<ChangeSet[]> {
  const operatorId = outcome.operator.operator.id;
  const lineIds = household.lines.map((line) => line.id);
  const toOperator: Change = { code: 'switch-operator', params: { operatorId, lineIds } };
  const { verdict } = outcome.best;
  const asItIs: ChangeSet[] =
    verdictRank(verdict) > verdictRank('unknown')
      ? [{ verdict, operatorId, changes: [toOperator] }]
      : [];
  const further = (yield* search(outcome)).map((set) =>
    set.changes.some(({ code }) => code === 'switch-operator')
      ? set
      : { ...set, changes: [toOperator, ...set.changes] },
  );
  return [...asItIs, ...further].filter((set) => set.changes.length <= MAX_CHANGES);
}
