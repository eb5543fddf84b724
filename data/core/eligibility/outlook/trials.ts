import { addDays, type IsoDate } from '../../schema/dates.ts';
import type { Household, Line } from '../../schema/household.ts';
import type { Change } from '../../schema/outlook.ts';
import type { Wish } from '../../schema/plan.ts';
import { isHouseholdAxis, type Verdict, verdictRank } from '../../schema/verdict.ts';
import type { OperatorIndex } from '../claims/claim-index.ts';
import { worstOf } from '../claims/combine.ts';
import type { Moment } from '../claims/freshness.ts';
import type { Evaluator, OperatorOutcome, PreparedHousehold, Steps } from '../evaluator.ts';
import { payerLine } from '../household.ts';
import { applyChanges } from './changes.ts';

/** One household at one moment, tried out with changes; what was worked out is shared between operators. */
export type Trials = {
  household: Household;
  /** The household after changes, with the axes that no operator decides. */
  after(changes: readonly Change[]): PreparedHousehold;
  /** The operator's verdict after changes, or a lower bound below `target` where people or devices fall short of it. */
  verdictAfter(outcome: OperatorOutcome, changes: readonly Change[], target: Verdict): Verdict;
  /** What the operator says of one line by itself, as if it were the payer's. */
  alone(outcome: OperatorOutcome, line: Line): OperatorOutcome;
};

/** Sets up trials over an evaluator. */
export function createTrials(
  evaluator: Evaluator,
  household: Household,
  moment: Moment,
  wish: Wish,
): Trials {
  const prepared = new Map<string, PreparedHousehold>();

  function after(changes: readonly Change[]): PreparedHousehold {
    const key = JSON.stringify(changes);
    const known =
      prepared.get(key) ?? evaluator.prepare(applyChanges(household, changes), moment, wish);
    prepared.set(key, known);
    return known;
  }

  return {
    household,
    after,
    verdictAfter({ operator }, changes, target) {
      const changed = after(changes);
      const people = worstOf(changed.householdAxes.map((axis) => axis.value));
      // Where people or devices fall short, no operator need be asked.
      if (verdictRank(people) < verdictRank(target)) return people;
      return evaluator.evaluate(changed, operator).best.verdict;
    },
    alone: ({ operator }, line) =>
      evaluator.evaluate(
        evaluator.prepare({ ...household, lines: [{ ...line, payer: true }] }, moment, wish),
        operator,
      ),
  };
}

/** Ids of the lines whose device or service falls short whatever the others are: each needs a change of its own. */
export function* hardLineIds(
  trials: Trials,
  outcome: OperatorOutcome,
  target: Verdict,
): Steps<string[]> {
  const hard: string[] = [];
  for (const line of trials.household.lines) {
    const { axes } = trials.alone(outcome, line).best;
    const isHard = axes.some(
      ({ axis, value }) =>
        (axis === 'device' || axis === 'companion') && verdictRank(value) < verdictRank(target),
    );
    if (isHard) hard.push(line.id);
    yield;
  }
  return hard;
}

/** Whether the payer's line alone gets there as far as the operator goes: if not, no larger family does. */
export function* isWithinReach(
  trials: Trials,
  outcome: OperatorOutcome,
  target: Verdict,
  candidates: readonly Change[],
): Steps<boolean> {
  const payer = payerLine(trials.household);
  if (payer === undefined) return false;
  const regionIds = [payer.contractRegionId, ...regionsOfferedTo(payer, candidates)];
  for (const contractRegionId of regionIds) {
    const { wanted } = trials.alone(outcome, {
      ...payer,
      contractRegionId,
      operatorId: 'any',
    });
    const reaches = wanted.some(({ axes }) =>
      axes.every(
        ({ axis, value }) => isHouseholdAxis(axis) || verdictRank(value) >= verdictRank(target),
      ),
    );
    if (reaches) return true;
    yield;
  }
  return false;
}

function regionsOfferedTo(line: Line, candidates: readonly Change[]): string[] {
  return candidates.flatMap((change) =>
    change.code === 'move-line-to-region' && change.params.lineId === line.id
      ? change.params.regionId
      : [],
  );
}

/** How far ahead dated rules are looked for: beyond two years a claim made today would have gone stale anyway. */
const HORIZON_DAYS = 730;

/**
 * Days within the horizon on which an operator's verdict changes because a rule, claim or plan begins or ends.
 * Evidence keeps its present age: what changes by growing old is not a rule.
 */
export function* changesOn(
  evaluator: Evaluator,
  household: Household,
  operator: OperatorIndex,
  asOf: IsoDate,
  verdict: Verdict,
  wish: Wish,
): Steps<{ on: IsoDate; verdict: Verdict }[]> {
  const changes: { on: IsoDate; verdict: Verdict }[] = [];
  let current = verdict;
  const last = addDays(asOf, HORIZON_DAYS);
  for (const day of evaluator.turningDays(operator)) {
    if (day <= asOf || day > last) continue;
    const prepared = evaluator.prepare(household, { asOf, day }, wish);
    const outcome = evaluator.evaluate(prepared, operator);
    yield;
    if (outcome.best.verdict === current) continue;
    current = outcome.best.verdict;
    changes.push({ on: day, verdict: current });
  }
  return changes;
}
