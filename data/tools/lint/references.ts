import { OUTSIDE_TERRITORIES } from '../../core/schema/ids.ts';
import {
  type AuthoredData,
  claimsOf,
  type Located,
  openQuestionsOf,
} from '../authored/authored-data.ts';
import { formatPath, type RuleIssue } from '../authored/issue.ts';
import { type Rule, valuesInFiles } from './rule.ts';

/** What an id names. */
type ReferenceKind = 'source' | 'claim' | 'operator' | 'plan' | 'region' | 'exception';

/** A place in a file that names something by its id. */
interface Reference {
  kind: ReferenceKind;
  id: string;
  file: string;
  path: string;
}

/** Keys of the authored files that hold an id, or a list of ids, of each kind. */
const REFERENCE_KEYS: Readonly<Record<string, ReferenceKind>> = {
  sourceIds: 'source',
  sourceId: 'source',
  copyOf: 'source',
  claimIds: 'claim',
  hostClaimIds: 'claim',
  modelClaimIds: 'claim',
  claimId: 'claim',
  answeredBy: 'claim',
  fromOperatorId: 'operator',
  hostOperatorId: 'operator',
  planId: 'plan',
  predecessorIds: 'plan',
  regionId: 'region',
  regionIds: 'region',
  exceptionId: 'exception',
};

/** Every reference in every file, found by the name of its key. `RU` and `unknown` name nothing and are left out. */
function referencesIn(data: AuthoredData): Reference[] {
  return valuesInFiles(data).flatMap(({ file, value, keys }) => {
    const kind = REFERENCE_KEYS[keys.at(-1) ?? ''];
    if (kind === undefined) return [];
    const ids: unknown[] = Array.isArray(value) ? value : [value];
    return ids
      .filter((id) => typeof id === 'string')
      .filter((id) => id !== 'RU' && id !== 'unknown')
      .map((id) => ({ kind, id, file, path: formatPath(keys) }));
  });
}

/** Where something of each kind is written, for the tip. */
const HOME: Readonly<Record<ReferenceKind, string>> = {
  source: 'data/facts/sources/<id>.json',
  claim: 'the claims of a file in data/facts/{operators,law,restrictions,background}',
  operator: 'data/facts/operators/<id>.json',
  plan: 'the plans of an operator',
  region: 'data/facts/regions/<id>.json',
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

/** A source that nothing cites is a fact that somebody forgot to write down, or a leftover. */
export const sourcesUsed: Rule = {
  name: 'sources-used',
  description: 'every source is cited by something',
  scope: 'dataset',
  check(data) {
    const cited = new Set(
      referencesIn(data)
        .filter(({ kind }) => kind === 'source')
        .map(({ id }) => id),
    );
    return data.sources
      .filter(({ value }) => !cited.has(value.id))
      .map(({ file, value }) => ({
        level: 'error',
        file,
        path: '',
        message: `nothing cites the source ${value.id}`,
        tip: 'name it in the sourceIds of the claim it supports, or delete the file',
      }));
  },
};

/** A file is found by its id, so its name is the id. */
export const fileNameIsId: Rule = {
  name: 'file-name-is-id',
  description: 'the name of a file is the id inside it',
  scope: 'file',
  check(data) {
    const entries = [
      ...data.regions,
      ...data.operators,
      ...data.law,
      ...data.restrictions,
      ...data.background,
      ...data.sources,
    ];
    return entries.flatMap(({ file, value }): RuleIssue[] => {
      const name = file.slice(file.indexOf('/') + 1, -'.json'.length);
      if (name === value.id) return [];
      return [
        {
          level: 'error',
          file,
          path: 'id',
          message: `the id is ${value.id}, the file is called ${name}.json`,
          tip: `rename the file to ${value.id}.json or correct the id`,
        },
      ];
    });
  },
};

/** Claims, plans, open questions and devices are named from other files, so their ids are unique over all files. */
export const idsUnique: Rule = {
  name: 'ids-unique',
  description: 'no two claims, plans, open questions or devices have the same id',
  scope: 'dataset',
  check(data) {
    const plans = data.operators.flatMap(({ file, value }) =>
      value.plans.map((plan, index) => ({ file, path: `plans[${index}]`, value: plan })),
    );
    const devices = data.devices.flatMap(({ file, value }) =>
      value.models.map((model, index) => ({ file, path: `models[${index}]`, value: model })),
    );
    return [
      ...repeatedIds('claim', claimsOf(data)),
      ...repeatedIds('open question', openQuestionsOf(data)),
      ...repeatedIds('plan', plans),
      ...repeatedIds('device', devices),
    ];
  },
};

function repeatedIds(what: string, items: readonly Located<{ id: string }>[]): RuleIssue[] {
  const firstFiles = new Map<string, string>();
  return items.flatMap(({ file, path, value }): RuleIssue[] => {
    const first = firstFiles.get(value.id);
    if (first === undefined) {
      firstFiles.set(value.id, file);
      return [];
    }
    return [
      {
        level: 'error',
        file,
        path: `${path}.id`,
        message: `the ${what} id ${value.id} is taken by ${first}`,
        tip: 'give one of the two another id',
      },
    ];
  });
}
