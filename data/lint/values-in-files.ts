import type { AuthoredData } from '../build/authored-data.ts';

/** A value somewhere in an authored file. */
export interface FileValue {
  file: string;
  value: unknown;
  /** Keys and indexes that lead to it; none for the file as a whole. */
  keys: readonly (string | number)[];
}

/** Every value in every file that maintainers write facts in, each before its parts, in the order of the files. */
export function* valuesInFiles(data: AuthoredData): Generator<FileValue> {
  const entries = [
    ...data.regions,
    ...data.operators,
    ...data.law,
    ...data.restrictions,
    ...data.background,
    ...data.sources,
    ...data.numbering,
    ...data.devices,
  ];
  for (const { file, value } of entries) yield* valuesUnder({ file, value, keys: [] });
}

function* valuesUnder(outer: FileValue): Generator<FileValue> {
  yield outer;
  const { file, value, keys } = outer;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const last = Array.isArray(value) ? Number(key) : key;
    yield* valuesUnder({ file, value: inner, keys: [...keys, last] });
  }
}
