import type { Evidence } from '../../schema/assessment.ts';
import type { Dataset } from '../../schema/dataset.ts';
import { isValidOn } from '../../schema/dates.ts';
import type { Law, LawRule } from '../../schema/law.ts';
import type { IndexedClaim } from './claim-index.ts';
import { type Candidate, type Moment, nothingYet, type Outcome } from './decide.ts';
import { mergeEvidence, toEvidence } from './evidence.ts';
import { speaksAt } from './freshness.ts';
import { type Support, summarise } from './strength.ts';

type RuleOf<Kind extends LawRule['kind']> = Extract<LawRule, { kind: Kind }>;

/** A rule of law with the claims behind it. */
export type RuleInForce<Rule extends LawRule = LawRule> = {
  rule: Rule;
  /** True when nobody has looked at any of its claims for so long that they no longer count. */
  stale: boolean;
  evidence: Evidence[];
  support: Support;
};

/** The rules that hold on one day and that the axes apply. */
export type LawInForce = {
  numberCaps: readonly RuleInForce<RuleOf<'number-cap'>>[];
  inPersonOnly: readonly RuleInForce<RuleOf<'in-person-only'>>[];
  minimumAges: readonly RuleInForce<RuleOf<'minimum-age'>>[];
  /** What is known of the lowest age where no such rule is in force. */
  noMinimumAge: Outcome;
  /** What claims find on signing without a visit. A law that binds nobody may name a condition, and forbids nothing. */
  signing: readonly Candidate[];
  /** Whether the data has a cap for any day: tells "not yet in force" from "nobody looked". */
  knowsNumberCap: boolean;
};

/**
 * Bills and discussions bind nobody, nor does a signed law of which no day of entry into force was found; what was in
 * force once binds on the days of its rules. A signed law binds from the day of each rule: one without does not hold yet.
 */
const BINDING: readonly Law['status'][] = ['in-force', 'signed-not-in-force', 'superseded'];

/**
 * Picks the rules that hold on `moment.day`. A rule without a first day begins with its law; where that has none either,
 * it holds as soon as one of the claims behind it speaks.
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
          evidence: mergeEvidence([behind.map((claim) => toEvidence(claim, role, moment.asOf))]),
          support: stale ? {} : summarise(behind, moment.asOf),
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
    noMinimumAge: nothingYet(claimsOfKind('minimum-age'), moment),
    signing: laws.flatMap((law) => signingFindings(law, claims)),
    knowsNumberCap: known.some(({ rule }) => rule.kind === 'number-cap'),
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
      .filter(
        ({ axis, value }) =>
          axis === 'customer' && (value !== 'no' || BINDING.includes(law.status)),
      )
      .map(({ value, conditions }) => ({ claim, value, conditions, scope: regionIds }));
  });
}
