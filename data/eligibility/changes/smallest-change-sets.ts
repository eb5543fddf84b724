import type { ChangeSet } from '../../schema/assessment.ts';
import type { Axis } from '../../schema/axis.ts';
import type { Change } from '../../schema/change.ts';
import type { Household, Line } from '../../schema/household.ts';
import { type Verdict, verdictRank } from '../../schema/verdict.ts';
import type { OperatorOutcome } from '../assess-operator.ts';
import { worstOf } from '../combine.ts';
import type { Moment } from '../decide.ts';
import type { Evaluator, PreparedHousehold } from '../evaluator.ts';
import { payerLine } from '../holders.ts';
import { applyChanges } from './apply-change.ts';
import { candidateChanges, shortfalls, TOUCHED_AXES } from './candidate-changes.ts';

/** More than this many changes is another family, not advice. */
const MAX_CHANGES = 3;

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
  const prepared = new Map<string, PreparedHousehold>();
  const prepare = (changes: readonly Change[]) => {
    const key = JSON.stringify(changes);
    const known = prepared.get(key) ?? evaluator.prepare(applyChanges(household, changes), moment);
    prepared.set(key, known);
    return known;
  };
  /** The people and devices are looked at first: where they fall short, no operator need be asked. */
  const verdictAfter = (outcome: OperatorOutcome, changes: readonly Change[], target: Verdict) => {
    const changed = prepare(changes);
    const people = worstOf(changed.householdAxes.map((axis) => axis.value));
    if (verdictRank(people) < verdictRank(target)) return people;
    return evaluator.evaluate(changed, outcome.operator).best.verdict;
  };

  const withOnly = (line: Line) =>
    evaluator.prepare({ ...household, lines: [{ ...line, payer: true }] }, moment);

  /** Lines whose device or service falls short whatever the others are: each needs a change of its own. */
  const hardLines = ({ operator }: OperatorOutcome, target: Verdict) =>
    household.lines
      .filter((line) =>
        evaluator
          .evaluate(withOnly(line), operator)
          .best.axes.some(
            ({ axis, value }) =>
              (axis === 'device' || axis === 'companion') &&
              verdictRank(value) < verdictRank(target),
          ),
      )
      .map((line) => line.id);

  /** Whether the payer's line alone gets there as far as the operator goes: if not, no larger family does. */
  const canReach = (
    { operator }: OperatorOutcome,
    target: Verdict,
    candidates: readonly Change[],
  ): boolean => {
    const payer = payerLine(household);
    if (payer === undefined) return false;
    const regionIds = [payer.contractRegionId, ...regionsOfferedTo(payer, candidates)];
    return regionIds.some((contractRegionId) => {
      const alone = withOnly({ ...payer, contractRegionId, operatorId: 'any' });
      const { best, plans } = evaluator.evaluate(alone, operator);
      return [best, ...plans].some(({ axes }) =>
        axes.every(
          (axis) => isAboutPeople(axis.axis) || verdictRank(axis.value) >= verdictRank(target),
        ),
      );
    });
  };

  return (outcome) => {
    const found: ChangeSet[] = [];
    let reached: Verdict = outcome.best.verdict;
    for (const target of ['partial', 'yes'] as const) {
      if (verdictRank(target) <= verdictRank(reached)) continue;
      const short = shortfalls(outcome, target);
      const candidates = candidateChanges(household, outcome, target);
      if (!canReach(outcome, target, candidates)) break;
      const hard = hardLines(outcome, target);
      const canHelp = (set: readonly Change[]) =>
        hard.every((lineId) => set.some((change) => isAboutLine(change, lineId))) &&
        short.some((axes) => touchesAll(set, axes));
      const changes = firstThat(candidates, hard.length, canHelp, (set) => {
        reached = verdictAfter(outcome, set, target);
        return verdictRank(reached) >= verdictRank(target);
      });
      if (changes === undefined) break;
      found.push({ verdict: reached, operatorId: outcome.operator.operator.id, changes });
    }
    return found;
  };
}

function regionsOfferedTo(line: Line, candidates: readonly Change[]): string[] {
  return candidates.flatMap((change) =>
    change.code === 'move-line-to-region' && change.params.lineId === line.id
      ? change.params.regionId
      : [],
  );
}

/** Axes that no operator decides. */
function isAboutPeople(axis: Axis): boolean {
  return axis === 'numberCap' || axis === 'customer' || axis === 'device';
}

/** The first, and so smallest, set of at least `least` candidates that can help and passes the trial. */
function firstThat(
  candidates: readonly Change[],
  least: number,
  canHelp: (changes: readonly Change[]) => boolean,
  passes: (changes: readonly Change[]) => boolean,
): Change[] | undefined {
  let trials = 0;
  for (let size = Math.max(1, least); size <= MAX_CHANGES; size++) {
    for (const changes of subsets(candidates, size)) {
      if (!canHelp(changes)) continue;
      if (++trials > MAX_TRIALS) return undefined;
      if (passes(changes)) return changes;
    }
  }
  return undefined;
}

function isAboutLine({ params }: Change, lineId: string): boolean {
  return 'lineId' in params && params.lineId === lineId;
}

function touchesAll(changes: readonly Change[], axes: readonly Axis[]): boolean {
  return axes.every((axis) => changes.some((change) => TOUCHED_AXES[change.code].includes(axis)));
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
