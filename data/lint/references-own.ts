import type { AuthoredData } from '../build/authored-data.ts';
import type { RuleIssue } from './issue.ts';
import { type Reference, referencesIn } from './references.ts';
import type { Rule } from './rule.ts';

/** What may be named in some place, by kind. */
type Own = Partial<Record<Reference['kind'], ReadonlySet<string>>>;

/**
 * The rules look a term's claims up among those of its own operator, or of the laws. A claim of somebody else exists
 * and still supports nothing: the term would count as unknown, and nobody would see why.
 */
export const referencesOwn: Rule = {
  name: 'references-own',
  description:
    'an operator rests on its own or inherited claims and names its own plans; laws rest on claims of laws',
  scope: 'dataset',
  check(data) {
    const ownOf = ownThings(data);
    const hostOf = inheritedFrom(data);
    return referencesIn(data).flatMap((reference): RuleIssue[] => {
      const { kind, id, file, path } = reference;
      // Which claims may be superseded is a rule of its own, since inheritance has a say in it.
      if (path.includes('supersedes')) return [];
      const host = hostOf(reference);
      const allowed = (host === undefined ? ownOf.get(file) : host)?.[kind];
      if (allowed === undefined || allowed.has(id)) return [];
      return [
        {
          level: 'error',
          file,
          path,
          message: `the ${kind} ${id} belongs to ${host === undefined ? 'another file' : 'another operator than this host'}`,
          tip: `name a ${kind} that stands here, or inherit the claim from the operator that has it`,
        },
      ];
    });
  },
};

function ownThings(data: AuthoredData): ReadonlyMap<string, Own> {
  // Laws may rest on one another: what amends a cap is told in the amending law.
  const ofLaws = new Set(data.law.flatMap(({ value }) => value.claims.map(({ id }) => id)));
  return new Map([
    ...data.law.map(({ file }): [string, Own] => [file, { claim: ofLaws }]),
    ...data.operators.map(({ file, value }): [string, Own] => [
      file,
      {
        claim: new Set([
          ...value.claims.map(({ id }) => id),
          ...value.inherits.flatMap(({ claimIds }) => claimIds),
        ]),
        plan: new Set(value.plans.map(({ id }) => id)),
        exception: new Set(value.localExceptions.map(({ id }) => id)),
      },
    ]),
  ]);
}

/** For a reference under `inherits`, what the host has itself; what it inherits is not handed on. */
function inheritedFrom(data: AuthoredData): (reference: Reference) => Own | undefined {
  const claims = new Map(
    data.operators.map(({ value }) => [value.id, new Set(value.claims.map(({ id }) => id))]),
  );
  const inherits = new Map(data.operators.map(({ file, value }) => [file, value.inherits]));
  return ({ file, path }) => {
    const entry = inherits.get(file)?.find((_, index) => path.startsWith(`inherits[${index}].`));
    return entry && { claim: claims.get(entry.fromOperatorId) ?? new Set() };
  };
}
