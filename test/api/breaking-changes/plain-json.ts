/** An object of parsed JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** The value as an object of JSON; an empty one where it is none. */
export function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** The member that a path of keys leads to; an empty object where there is none. */
export function objectAt(value: unknown, ...keys: readonly string[]): Json {
  return keys.reduce<Json>((inner, key) => objectOf(inner[key]), objectOf(value));
}

/** The value as a list; an empty one where it is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
