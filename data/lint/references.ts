import type { AuthoredData } from '../build/authored-data.ts';
import { formatPath } from './issue.ts';

/** What an id names. */
export type ReferenceKind = 'source' | 'claim' | 'operator' | 'plan' | 'region' | 'exception';

/** A place in a file that names something by its id. */
export interface Reference {
  kind: ReferenceKind;
  id: string;
  file: string;
  path: string;
}

/** Keys of the authored files that hold an id, or a list of ids, of each kind. */
const REFERENCE_KEYS: Readonly<Record<string, ReferenceKind>> = {
  sourceIds: 'source',
  sourceId: 'source',
  claimIds: 'claim',
  hostClaimIds: 'claim',
  claimId: 'claim',
  answeredBy: 'claim',
  fromOperatorId: 'operator',
  hostOperatorId: 'operator',
  planId: 'plan',
  regionId: 'region',
  regionIds: 'region',
  exceptionId: 'exception',
};

/** Every reference in every file, found by the name of its key. `RU` and `unknown` name nothing and are left out. */
export function referencesIn(data: AuthoredData): Reference[] {
  const entries = [
    ...data.operators,
    ...data.law,
    ...data.restrictions,
    ...data.background,
    ...data.numbering,
    ...data.devices,
  ];
  return entries.flatMap(({ file, value }) => referencesUnder(file, value, []));
}

function referencesUnder(file: string, value: unknown, keys: PropertyKey[]): Reference[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const path = [...keys, Array.isArray(value) ? Number(key) : key];
    const kind = Array.isArray(value) ? undefined : REFERENCE_KEYS[key];
    if (kind === undefined) return referencesUnder(file, inner, path);
    const ids: unknown[] = Array.isArray(inner) ? inner : [inner];
    return ids
      .filter((id) => typeof id === 'string')
      .filter((id) => id !== 'RU' && id !== 'unknown')
      .map((id) => ({ kind, id, file, path: formatPath(path) }));
  });
}
