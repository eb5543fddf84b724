import type { Reason } from '../../schema/assessment.ts';
import type { Condition, ConditionCode } from '../../schema/condition.ts';
import type { IsoDate } from '../../schema/dates.ts';
import type { RegionScope } from '../../schema/ids.ts';
import {
  type Axis,
  type Reach,
  type Support,
  type Verdict,
  verdictRank,
} from '../../schema/verdict.ts';
import type { IndexedClaim } from './claim-index.ts';
import {
  conditionKey,
  type EvidenceRole,
  mergeConditions,
  mergeEvidence,
  type Outcome,
  toEvidence,
} from './combine.ts';
import { type Moment, speaksAt } from './freshness.ts';
import { type Corroboration, compareStrength, summarise } from './strength.ts';
import { bestSupport, reachOf, type Weight, weigh } from './support.ts';

/** A claim with the value that it supports for the question at hand. */
export type Candidate = {
  claim: IndexedClaim;
  value: 'no' | 'partial' | 'yes';
  conditions: readonly Condition[];
  scope: RegionScope;
  reach: Reach;
  /** Claims that this one has been declared to replace; listed as contradicting. */
  replaced?: readonly IndexedClaim[];
};

/** A candidate with what it weighs on the day. */
type Weighed = Candidate & { weight: Weight };

/** Conditions that tell of a gap in the evidence: better evidence without the gap does away with them. */
const GAPS: readonly ConditionCode[] = ['confirm-with-operator', 'issue-channel-unknown'];

/**
 * Decides one question from the claims that speak to it; adding a positive claim never makes the outcome worse:
 * 1. only claims that speak for the day and were looked at within the stale limit count (the build has taken superseded
 *    findings away);
 * 2. what a claim carries depends on the weight, the age and the reach of its sources: a lead is listed and decides nothing, a
 *    positive claim that carries less than in full supports at most `partial`, to be confirmed with the operator;
 * 3. the strongest `no` wins if it is strictly stronger than every positive claim, otherwise the best value of those that it
 *    is not stronger than;
 * 4. the strongest claims having the value are decisive, and theirs are the conditions, but for gaps that another claim of
 *    the same value does not have;
 * 5. where nothing decides, a corroborated finding counts as `partial` for the whole country.
 * Without a claim that counts the outcome is `unknown`, never `no`.
 */
export function decide(
  axis: Axis,
  candidates: readonly Candidate[],
  moment: Moment,
  corroboration?: Corroboration,
): Outcome {
  if (candidates.length === 0 && corroboration === undefined) return NOTHING_KNOWN;
  const { asOf } = moment;
  const speaking = candidates
    .filter((candidate) => speaksAt(candidate.claim, moment))
    .map((candidate): Weighed => ({ ...candidate, weight: weightOf(candidate, asOf) }));
  if (speaking.length === 0 && corroboration === undefined) {
    return nothingYet(
      candidates.map(({ claim }) => claim),
      moment,
    );
  }
  const live = speaking.filter(({ claim }) => !claim.age(asOf).stale);
  const counting = live
    .filter(({ weight }) => weight.carry !== 'lead')
    .map((candidate) => cap(axis, candidate));
  const negatives = counting.filter(({ value }) => value === 'no');
  const positives = counting.filter(({ value }) => value !== 'no');
  const winners = decisive(negatives, positives);
  const value: Verdict = winners[0]?.value ?? 'unknown';
  if (value === 'unknown' && corroboration !== undefined) {
    return corroborated(axis, speaking, corroboration, asOf);
  }
  const isAssumed = winners.every(({ claim }) => claim.claim.method === 'assumed');
  const agreeing = counting.filter((candidate) => candidate.value === value);
  const hasLeads = live.length > counting.length;
  return {
    value,
    reason: reasonFor(value, isAssumed, negatives.length > 0 && positives.length > 0, hasLeads),
    conditions: conditionsOf(winners, agreeing),
    ...(value === 'unknown'
      ? { support: hasLeads ? ('lead' as const) : ('none' as const) }
      : !isAssumed && { support: bestSupport(agreeing.map(({ weight }) => weight.support)) }),
    ...summarise(
      winners.map((winner) => winner.claim),
      asOf,
    ),
    evidence: listEvidence(speaking, value, winners, asOf),
    openQuestionIds: [],
  };
}

/** Where no claim speaks to the question. */
export const NOTHING_KNOWN: Outcome = {
  value: 'unknown',
  reason: { code: 'no-claim' },
  conditions: [],
  support: 'none',
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

/** What a claim weighs on a day, where it reaches so far. */
function weightOf({ claim, reach }: Pick<Candidate, 'claim' | 'reach'>, asOf: IsoDate): Weight {
  const { carry, isAuthority } = claim.age(asOf);
  return weigh(carry, isAuthority, reach);
}

/** What a claim supports by itself, in its own scope. */
export function ownSupport(claim: IndexedClaim, asOf: IsoDate): Support {
  return weightOf({ claim, reach: reachOf(claim.claim) }, asOf).support;
}

/** Rule 5. */
function corroborated(
  axis: Axis,
  speaking: readonly Weighed[],
  { publishers, claims }: Corroboration,
  asOf: IsoDate,
): Outcome {
  return {
    value: 'partial',
    reason: { code: 'corroborated', params: { publishers } },
    conditions: [{ code: 'confirm-with-operator', params: { axis } }],
    support: 'countrywide',
    ...summarise(claims, asOf),
    evidence: mergeEvidence([
      claims.map((claim) => toEvidence(claim, 'decisive', 'countrywide', asOf)),
      listEvidence(speaking, 'partial', [], asOf),
    ]),
    openQuestionIds: [],
  };
}

function listEvidence(
  speaking: readonly Weighed[],
  value: Verdict,
  winners: readonly Weighed[],
  asOf: IsoDate,
): Outcome['evidence'] {
  const role = (candidate: Weighed): EvidenceRole => {
    if (candidate.claim.age(asOf).stale) return 'stale';
    if (candidate.weight.carry === 'lead') return 'lead';
    if (winners.some((winner) => winner.claim === candidate.claim)) return 'decisive';
    return (candidate.value === 'no') === (value === 'no') && value !== 'unknown'
      ? 'supporting'
      : 'contradicting';
  };
  return mergeEvidence(
    speaking.map((candidate) => [
      toEvidence(candidate.claim, role(candidate), candidate.weight.support, asOf),
      ...(candidate.replaced ?? [])
        .filter(({ since }) => since <= asOf)
        .map((claim) => toEvidence(claim, 'contradicting', ownSupport(claim, asOf), asOf)),
    ]),
  );
}

function reasonFor(
  value: Verdict,
  isAssumed: boolean,
  contested: boolean,
  hasLeads: boolean,
): Reason {
  if (value === 'unknown') return { code: hasLeads ? 'only-leads' : 'only-stale-claims' };
  if (isAssumed) return { code: 'assumption' };
  return { code: contested ? 'contradiction-resolved' : 'claims-decide' };
}

/** Rule 2. */
function cap(axis: Axis, candidate: Weighed): Weighed {
  if (candidate.value === 'no' || candidate.weight.carry === 'full') return candidate;
  // What is assumed names its own condition.
  if (candidate.claim.claim.method === 'assumed') return { ...candidate, value: 'partial' };
  const confirm: Condition = { code: 'confirm-with-operator', params: { axis } };
  return { ...candidate, value: 'partial', conditions: [...candidate.conditions, confirm] };
}

/** Rule 4: what the winners ask, without the gaps that one of those who agree does not have. */
function conditionsOf(winners: readonly Weighed[], agreeing: readonly Weighed[]): Condition[] {
  const isFilled = (condition: Condition) =>
    GAPS.includes(condition.code) &&
    agreeing.some(({ conditions }) =>
      conditions.every((other) => conditionKey(other) !== conditionKey(condition)),
    );
  const all = mergeConditions(winners.map(({ conditions }) => conditions));
  const left = all.filter((condition) => !isFilled(condition));
  if (left.length > 0 || all.length === 0) return left;
  return mergeConditions(agreeing.map(({ conditions }) => conditions)).filter(
    (condition) => !isFilled(condition),
  );
}

/** Rule 3, and of rule 4 which claims are decisive. */
function decisive(negatives: readonly Weighed[], positives: readonly Weighed[]): Weighed[] {
  const strongestNo = strongest(negatives);
  const [no] = strongestNo;
  const unbeaten = positives.filter(
    (positive) => no === undefined || compareStrength(no, positive) >= 0,
  );
  if (unbeaten.length === 0) return strongestNo;
  const best = Math.max(...unbeaten.map((candidate) => verdictRank(candidate.value)));
  return strongest(unbeaten.filter((candidate) => verdictRank(candidate.value) === best));
}

/** All candidates that no other one is stronger than. */
function strongest(candidates: readonly Weighed[]): Weighed[] {
  return candidates.filter((candidate) =>
    candidates.every((other) => compareStrength(candidate, other) <= 0),
  );
}

/** An outcome that follows from the household alone, without evidence. */
export function plainOutcome(
  value: Outcome['value'],
  reason: Outcome['reason'],
  conditions: Outcome['conditions'] = [],
): Outcome {
  return { value, reason, conditions, evidence: [], openQuestionIds: [] };
}
