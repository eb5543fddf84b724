import type { AxisResult, Reason } from '../../schema/assessment.ts';
import type { Axis } from '../../schema/axis.ts';
import type { Condition } from '../../schema/condition.ts';
import type { IsoDate } from '../../schema/dates.ts';
import type { RegionScope } from '../../schema/ids.ts';
import { type Verdict, verdictRank } from '../../schema/verdict.ts';
import type { IndexedClaim } from './claim-index.ts';
import { mergeConditions } from './combine.ts';
import { type EvidenceRole, mergeEvidence, toEvidence } from './evidence.ts';
import { needsConfirmation, speaksAt } from './freshness.ts';
import type { RuleInForce } from './law-in-force.ts';
import { compareStrength, summarise } from './strength.ts';

/** A claim with the value that it supports for the question at hand. */
export type Candidate = {
  claim: IndexedClaim;
  value: 'no' | 'partial' | 'yes';
  conditions: readonly Condition[];
  scope: RegionScope;
  /** Claims that this one has been declared to replace; listed as contradicting. */
  replaced?: readonly IndexedClaim[];
};

/** `asOf`: the reader's day, from which ages count. `day`: whose rules apply; later than `asOf` when looking ahead. */
export type Moment = { asOf: IsoDate; day: IsoDate };

/** One axis for one region, plan or device, before it is named. */
export type Outcome = Omit<AxisResult, 'axis'>;

/**
 * Decides one question from the claims that speak to it; adding a positive claim never makes the outcome worse:
 * 1. only claims that speak for the day and were looked at within the stale limit count (the build has taken superseded
 *    findings away);
 * 2. a positive claim that is old or undated supports at most `partial`, to be confirmed with the operator;
 * 3. the strongest `no` wins if it is strictly stronger than every positive claim, otherwise the best positive value;
 * 4. the strongest claims having the value are decisive, and theirs are the conditions.
 * Without a claim that counts the outcome is `unknown`, never `no`.
 */
export function decide(axis: Axis, candidates: readonly Candidate[], moment: Moment): Outcome {
  if (candidates.length === 0) return NOTHING_KNOWN;
  const speaking = candidates.filter((candidate) => speaksAt(candidate.claim, moment));
  if (speaking.length === 0) {
    return nothingYet(
      candidates.map(({ claim }) => claim),
      moment,
    );
  }
  const live = speaking
    .filter((candidate) => !candidate.claim.age(moment.asOf).stale)
    .map((candidate) => cap(axis, candidate, moment.asOf));
  const negatives = live.filter((candidate) => candidate.value === 'no');
  const positives = live.filter((candidate) => candidate.value !== 'no');
  const winners = decisive(negatives, positives);
  const value: Verdict = winners[0]?.value ?? 'unknown';
  const role = (candidate: Candidate): EvidenceRole => {
    if (candidate.claim.age(moment.asOf).stale) return 'stale';
    if (winners.some((winner) => winner.claim === candidate.claim)) return 'decisive';
    return (candidate.value === 'no') === (value === 'no') && value !== 'unknown'
      ? 'supporting'
      : 'contradicting';
  };
  return {
    value,
    reason: reasonFor(value, winners, negatives.length > 0 && positives.length > 0),
    conditions: mergeConditions(winners.map((winner) => winner.conditions)),
    ...summarise(
      winners.map((winner) => winner.claim),
      moment.asOf,
    ),
    evidence: mergeEvidence(
      speaking.map((candidate) => [
        toEvidence(candidate.claim, role(candidate), moment.asOf),
        ...(candidate.replaced ?? [])
          .filter(({ since }) => since <= moment.asOf)
          .map((claim) => toEvidence(claim, 'contradicting', moment.asOf)),
      ]),
    ),
    openQuestionIds: [],
  };
}

/** Where no claim speaks to the question. */
export const NOTHING_KNOWN: Outcome = {
  value: 'unknown',
  reason: { code: 'no-claim' },
  conditions: [],
  evidence: [],
  openQuestionIds: [],
};

/** Where none of the claims speaks for the day: whether any speaks for a later one, and from when on. */
export function nothingYet(claims: readonly IndexedClaim[], { asOf }: Moment): Outcome {
  const [from] = claims
    .map(({ since }) => since)
    .filter((since) => since > asOf)
    .sort();
  if (from === undefined) return NOTHING_KNOWN;
  return { ...NOTHING_KNOWN, reason: { code: 'only-later-claims', params: { from } } };
}

function reasonFor(value: Verdict, winners: readonly Candidate[], contested: boolean): Reason {
  if (value === 'unknown') return { code: 'only-stale-claims' };
  if (winners.every((winner) => winner.claim.claim.method === 'assumed')) {
    return { code: 'assumption' };
  }
  return { code: contested ? 'contradiction-resolved' : 'claims-decide' };
}

/** Rule 2. */
function cap(axis: Axis, candidate: Candidate, asOf: IsoDate): Candidate {
  const { freshness } = candidate.claim.age(asOf);
  if (candidate.value === 'no' || !needsConfirmation(freshness)) return candidate;
  const confirm: Condition = { code: 'confirm-with-operator', params: { axis } };
  return { ...candidate, value: 'partial', conditions: [...candidate.conditions, confirm] };
}

/** Rules 3 and 4. */
function decisive(negatives: readonly Candidate[], positives: readonly Candidate[]): Candidate[] {
  const strongestNo = strongest(negatives);
  const strongestPositive = strongest(positives);
  const noWins =
    strongestNo[0] !== undefined &&
    (strongestPositive[0] === undefined ||
      compareStrength(strongestNo[0], strongestPositive[0]) < 0);
  if (noWins) return strongestNo;
  const best = Math.max(...positives.map((candidate) => verdictRank(candidate.value)));
  return strongest(positives.filter((candidate) => verdictRank(candidate.value) === best));
}

/** All candidates that no other one is stronger than. */
function strongest(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter((candidate) =>
    candidates.every((other) => compareStrength(candidate, other) <= 0),
  );
}

/**
 * An outcome that a rule of law decides. A law holds until it is changed, so unlike an operator's offer it does not
 * weaken with the age of its source; it still has to be looked at within the stale limit, else it is `unknown`.
 */
export function decideByRule(
  { stale, evidence, support }: Pick<RuleInForce, 'stale' | 'evidence' | 'support'>,
  value: Verdict,
  reason: Reason,
  conditions: readonly Condition[] = [],
): Outcome {
  return stale
    ? { ...plainOutcome('unknown', { code: 'only-stale-claims' }), evidence }
    : { ...plainOutcome(value, reason, [...conditions]), ...support, evidence };
}

/** An outcome that follows from the household alone, without evidence. */
export function plainOutcome(
  value: Outcome['value'],
  reason: Outcome['reason'],
  conditions: Outcome['conditions'] = [],
): Outcome {
  return { value, reason, conditions, evidence: [], openQuestionIds: [] };
}
