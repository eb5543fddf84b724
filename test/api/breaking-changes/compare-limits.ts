import { type Json, listOf, objectOf } from './plain-json.ts';

/** What a schema describes: users must not be asked for more in what they send, nor find less in what they are answered. */
export type Direction = 'sent' | 'answered';

/** Limits that leave out more when they are higher, and those that do when they are lower. */
const LOWER = ['minimum', 'minLength', 'minItems', 'minProperties'];
const UPPER = ['maximum', 'maxLength', 'maxItems', 'maxProperties'];
/** Limits of which nobody can tell whether another one leaves out more. */
const OTHER = ['pattern', 'format', 'exclusiveMinimum', 'exclusiveMaximum', 'uniqueItems'];

/** Whether what was sent may still be sent, or whether what is answered now could be answered before. */
export function typesFit(before: Json, now: Json, direction: Direction): boolean {
  const [narrow, wide] = direction === 'sent' ? [before, now] : [now, before];
  const allowed = typesOf(wide);
  if (allowed === undefined) return true;
  return typesOf(narrow)?.every((type) => allowed.includes(type)) ?? false;
}

/** Types of JSON that a schema allows; undefined for all. A whole number is a number too. */
function typesOf({ type, nullable }: Json): readonly unknown[] | undefined {
  if (type === undefined) return undefined;
  const types = Array.isArray(type) ? listOf(type) : [type];
  return [
    ...types,
    ...(types.includes('number') ? ['integer'] : []),
    ...(nullable === true ? ['null'] : []),
  ];
}

/** Values and limits: those of what is sent must not leave out more, a value that is answered must not be gone. */
export function compareLimits(
  place: string,
  before: Json,
  now: Json,
  direction: Direction,
): string[] {
  const values = missingValues(before, now).map((value) => `${place} has ${value} no longer`);
  if (direction === 'answered') {
    const isSame = before.format === undefined || before.format === now.format;
    return isSame ? values : [...values, `${place} has another format`];
  }
  const isNewList = now.enum !== undefined && before.enum === undefined;
  const tighter = (names: readonly string[], sign: number) =>
    names.filter((name) => sign * limitOf(now, name, sign) > sign * limitOf(before, name, sign));
  const changed = OTHER.filter((name) => now[name] !== undefined && now[name] !== before[name]);
  return [
    ...values,
    ...[
      ...(isNewList ? ['enum'] : []),
      ...tighter(LOWER, 1),
      ...tighter(UPPER, -1),
      ...changed,
    ].map((name) => `${place} has a narrower ${name}`),
  ];
}

/** A limit of a schema; one that leaves out nothing where there is none. */
function limitOf(schema: Json, name: string, sign: number): number {
  return Number(schema[name] ?? -sign * Number.POSITIVE_INFINITY);
}

/** Values that an older schema lists and a newer list does not hold. */
function missingValues(before: Json, now: Json): unknown[] {
  if (now.enum === undefined) return [];
  return listOf(before.enum).filter((value) => !listOf(now.enum).includes(value));
}

/** Properties that have to be sent now, and those that may be missing in an answer now. */
export function compareRequired(
  place: string,
  before: Json,
  now: Json,
  direction: Direction,
): string[] {
  const [earlier, later] = [listOf(before.required), listOf(now.required)];
  if (direction === 'sent') {
    return later
      .filter((name) => !earlier.includes(name))
      .map((name) => `${place}.${name} is required now`);
  }
  return earlier
    .filter((name) => String(name) in objectOf(now.properties) && !later.includes(name))
    .map((name) => `${place}.${name} may be missing`);
}
