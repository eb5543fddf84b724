import { claimsOf } from '../build/claims-of.ts';
import { OUTSIDE_TERRITORIES } from '../schema/ids.ts';
import { type ReferenceKind, referencesIn } from './references.ts';
import type { Rule } from './rule.ts';

/** Where something of each kind is written, for the tip. */
const HOME: Readonly<Record<ReferenceKind, string>> = {
  source: 'data/sources/<id>.json',
  claim: 'the claims of a file in data/operators, data/law, data/restrictions or data/background',
  operator: 'data/operators/<id>.json',
  plan: 'the plans of an operator',
  region: 'data/regions/<id>.json',
  exception: 'the localExceptions of an operator',
};

/** An id that names nothing is a typing error or a fact that somebody forgot to add. */
export const referencesExist: Rule = {
  name: 'references-exist',
  description: 'every id that a file names is the id of something',
  scope: 'dataset',
  check(data) {
    const operators = data.operators.map(({ value }) => value);
    const known: Readonly<Record<ReferenceKind, ReadonlySet<string>>> = {
      source: new Set(data.sources.map(({ value }) => value.id)),
      claim: new Set(claimsOf(data).map(({ value }) => value.id)),
      operator: new Set(operators.map(({ id }) => id)),
      plan: new Set(operators.flatMap(({ plans }) => plans.map(({ id }) => id))),
      region: new Set([...data.regions.map(({ value }) => value.id), ...OUTSIDE_TERRITORIES]),
      exception: new Set(
        operators.flatMap(({ localExceptions }) => localExceptions.map(({ id }) => id)),
      ),
    };
    return referencesIn(data)
      .filter(({ kind, id }) => !known[kind].has(id))
      .map(({ kind, id, file, path }) => ({
        level: 'error',
        file,
        path,
        message: `no ${kind} has the id ${id}`,
        tip: `correct the id, or add the ${kind} to ${HOME[kind]}`,
      }));
  },
};
