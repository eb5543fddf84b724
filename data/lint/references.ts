import type { AuthoredData } from '../build/authored-data.ts';
import { formatPath } from './issue.ts';
import { valuesInFiles } from './values-in-files.ts';

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
  return [...valuesInFiles(data)].flatMap(({ file, value, keys }) => {
    const kind = REFERENCE_KEYS[keys.at(-1) ?? ''];
    if (kind === undefined) return [];
    const ids: unknown[] = Array.isArray(value) ? value : [value];
    return ids
      .filter((id) => typeof id === 'string')
      .filter((id) => id !== 'RU' && id !== 'unknown')
      .map((id) => ({ kind, id, file, path: formatPath(keys) }));
  });
}
