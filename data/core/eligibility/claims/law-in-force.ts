import type { Evidence, Reason } from '../../schema/assessment.ts';
import type { Condition } from '../../schema/condition.ts';
import type { Dataset } from '../../schema/dataset.ts';
import { earliestDay, type IsoDate, isValidOn } from '../../schema/dates.ts';
import type { Citizenship, Law, LawRule } from '../../schema/law.ts';
import type { Support, Verdict } from '../../schema/verdict.ts';
import type { IndexedClaim } from './claim-index.ts';
import { mergeEvidence, type Outcome, toEvidence } from './combine.ts';
import { type Candidate, NOTHING_KNOWN, nothingYet, ownSupport, plainOutcome } from './decide.ts';
import { type Moment, speaksAt } from './freshness.ts';
import { type Grounds, summarise } from './strength.ts';
import { bestSupport, reachOf } from './support.ts';

type RuleOf<Kind extends LawRule['kind']> = Extract<LawRule, { kind: Kind }>;

/** A rule of law with the claims behind it. */
export type RuleInForce<Rule extends LawRule = LawRule> = {
  rule: Rule;
  /** True when nobody has looked at any of its claims for so long that they no longer count. */
  stale: boolean;
  evidence: Evidence[];
  grounds: Grounds;
  support: Support;
};

/** The rules that hold on one day and that the axes apply. */
export type LawInForce = {
  numberCaps: readonly RuleInForce<RuleOf<'number-cap'>>[];
  inPersonOnly: readonly RuleInForce<RuleOf<'in-person-only'>>[];
  minimumAges: readonly RuleInForce<RuleOf<'minimum-age'>>[];
  parentConsents: readonly RuleInForce<RuleOf<'parent-consent'>>[];
  /** The signed law on children's numbers, which binds nobody of whom it is not known since when. */
  childNumbers: { lawId: string; evidence: Evidence[] } | undefined;
  /** What is known of the lowest age where no such rule is in force. */
  noMinimumAge: Outcome;
  /** What claims of laws in force find on signing without a visit, for people of one citizenship. */
  signing(citizenship: Citizenship): readonly Candidate[];
  /** First day of the first rule of a kind that is not yet in force: tells "not in force yet" from "nobody looked". */
  beginsLater(kind: LawRule['kind'], citizenship: Citizenship): IsoDate | undefined;
};

/**
 * Bills and discussions bind nobody, nor does a signed law of which no day of entry into force was found; what was in
 * force once binds on the days of its rules. A signed law binds from the day of each rule: one without does not hold yet.
 */
const BINDING: readonly Law['status'][] = ['in-force', 'signed-not-in-force', 'superseded'];

/**
 * Picks the rules that hold on `moment.day`. A rule without a first day begins with its law; where that has none either,
 * it holds on each day for which one of the claims behind it speaks. Bills decide nothing.
 */
export function lawInForce(
  laws: Dataset['laws'],
  claims: ReadonlyMap<string, IndexedClaim>,
  moment: Moment,
): LawInForce {
  const binding = laws.filter((law) => BINDING.includes(law.status));
  const known = binding
    .flatMap((law) =>
      law.rules
        .map((rule) => ({ ...rule, validFrom: rule.validFrom ?? law.inForceFrom }))
        .filter((rule) => law.status !== 'signed-not-in-force' || rule.validFrom !== undefined),
    )
    .map((rule) => ({ rule, behind: claimsBehind(rule, claims, moment) }))
    .filter(({ rule, behind }) => rule.validFrom !== undefined || behind.length > 0);
  const ofKind = <Kind extends LawRule['kind']>(kind: Kind): RuleInForce<RuleOf<Kind>>[] =>
    known
      .flatMap(({ rule, behind }) => (isOfKind(rule, kind) ? [{ rule, behind }] : []))
      .filter(({ rule }) => isValidOn(rule, moment.day))
      .map(({ rule, behind }) => {
        const stale = behind.every((claim) => claim.age(moment.asOf).stale);
        const role = stale ? 'stale' : 'decisive';
        return {
          rule,
          stale,
          evidence: mergeEvidence([
            behind.map((claim) =>
              toEvidence(claim, role, ownSupport(claim, moment.asOf), moment.asOf),
            ),
          ]),
          grounds: stale ? {} : summarise(behind, moment.asOf),
          support: bestSupport(behind.map((claim) => ownSupport(claim, moment.asOf))),
        };
      });
  const claimsOfKind = (kind: LawRule['kind']) =>
    binding
      .flatMap((law) => law.rules)
      .filter((rule) => rule.kind === kind)
      .flatMap((rule) => rule.claimIds.flatMap((id) => claims.get(id) ?? []));
  return {
    numberCaps: ofKind('number-cap'),
    inPersonOnly: ofKind('in-person-only'),
    minimumAges: ofKind('minimum-age'),
    parentConsents: ofKind('parent-consent'),
    childNumbers: childNumbers(laws, claims, moment),
    noMinimumAge: nothingYet(claimsOfKind('minimum-age'), moment),
    signing: (citizenship) =>
      binding
        .filter((law) => isInForce(law, moment) && concerns(law, citizenship))
        .flatMap((law) => signingFindings(law, claims)),
    beginsLater: (kind, citizenship) =>
      known
        .filter(({ rule }) => rule.kind === kind && isFor(rule, citizenship))
        .flatMap(({ rule }) => (rule.validFrom === undefined ? [] : earliestDay(rule.validFrom)))
        .filter((from) => from > moment.day)
        .sort()
        .at(0),
  };
}

/** The claims behind a rule: of a rule without a first day those that speak for the moment. */
function claimsBehind(
  rule: LawRule,
  claims: ReadonlyMap<string, IndexedClaim>,
  moment: Moment,
): IndexedClaim[] {
  const behind = rule.claimIds.flatMap((id) => claims.get(id) ?? []);
  return rule.validFrom === undefined ? behind.filter((claim) => speaksAt(claim, moment)) : behind;
}

function isOfKind<Kind extends LawRule['kind']>(rule: LawRule, kind: Kind): rule is RuleOf<Kind> {
  return rule.kind === kind;
}

function signingFindings(law: Law, claims: ReadonlyMap<string, IndexedClaim>): Candidate[] {
  return law.claims.flatMap(({ id, findings, regionIds }) => {
    const claim = claims.get(id);
    if (claim === undefined) return [];
    return findings
      .filter(({ axis }) => axis === 'customer')
      .map((finding) => ({
        claim,
        value: finding.value,
        conditions: finding.conditions,
        scope: regionIds,
        reach: reachOf(claim.claim, finding),
      }));
  });
}

/** Whether a law has begun by the day; one of which no day is known has. */
function isInForce({ status, inForceFrom }: Law, { day }: Moment): boolean {
  if (inForceFrom === undefined) return status !== 'signed-not-in-force';
  return inForceFrom <= day;
}

/** Whether a rule, or any of a law's, is for people of a citizenship. A law without rules is for everybody. */
function isFor(rule: LawRule, citizenship: Citizenship): boolean {
  return !('citizenship' in rule) || (rule.citizenship ?? citizenship) === citizenship;
}

function concerns({ rules }: Law, citizenship: Citizenship): boolean {
  return rules.length === 0 || rules.some((rule) => isFor(rule, citizenship));
}

/** The law that tells what a child's number is; without its entry, or before it was signed, there is no such condition. */
const CHILD_NUMBERS_LAW = 'child-numbers';
const SIGNED: readonly Law['status'][] = ['in-force', 'signed-not-in-force', 'signed-date-unknown'];

function childNumbers(
  laws: Dataset['laws'],
  claims: ReadonlyMap<string, IndexedClaim>,
  moment: Moment,
): LawInForce['childNumbers'] {
  const law = laws.find(({ id }) => id === CHILD_NUMBERS_LAW);
  if (law === undefined || !SIGNED.includes(law.status)) return undefined;
  const signed = law.claims
    .flatMap(({ id }) => claims.get(id) ?? [])
    .filter((claim) => speaksAt(claim, moment) && !claim.age(moment.asOf).stale)
    .filter(({ since }) => law.signedOn === undefined || since >= law.signedOn);
  if (signed.length === 0 || (law.signedOn ?? moment.day) > moment.day) return undefined;
  return {
    lawId: law.id,
    evidence: signed.map((claim) =>
      toEvidence(claim, 'supporting', ownSupport(claim, moment.asOf), moment.asOf),
    ),
  };
}

/**
 * An outcome that a rule of law decides. A law holds until it is changed, so unlike an operator's offer it does not
 * weaken with the age of its source; it still has to be looked at within the stale limit, else it is `unknown`.
 */
export function decideByRule(
  { stale, evidence, grounds, support }: RuleInForce,
  value: Verdict,
  reason: Reason,
  conditions: readonly Condition[] = [],
): Outcome {
  return stale
    ? { ...NOTHING_KNOWN, reason: { code: 'only-stale-claims' }, evidence }
    : { ...plainOutcome(value, reason, [...conditions]), ...grounds, support, evidence };
}
