import type { AuthoredData } from '../build/authored-data.ts';
import type { Located } from '../build/claims-of.ts';
import { LocalizedText } from '../schema/localized-text.ts';
import { formatPath } from './issue.ts';

/** Every text in three languages, in every file that has such texts. */
export function localizedTextsIn(data: AuthoredData): Located<LocalizedText>[] {
  const entries = [
    ...data.regions,
    ...data.operators,
    ...data.law,
    ...data.restrictions,
    ...data.background,
    ...data.devices,
  ];
  return entries.flatMap(({ file, value }) => textsUnder(file, value, []));
}

function textsUnder(file: string, value: unknown, keys: PropertyKey[]): Located<LocalizedText>[] {
  if (typeof value !== 'object' || value === null) return [];
  const text = LocalizedText.safeParse(value);
  if (text.success) return [{ file, path: formatPath(keys), value: text.data }];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    textsUnder(file, inner, [...keys, Array.isArray(value) ? Number(key) : key]),
  );
}
