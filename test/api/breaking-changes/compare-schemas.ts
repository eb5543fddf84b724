import { compareLimits, compareRequired, type Direction, typesFit } from './compare-limits.ts';
import { type Json, listOf, objectAt, objectOf } from './plain-json.ts';

/** Compares the schemas of two API documents through references, alternatives, properties and items. */
export function createSchemaComparison(older: unknown, newer: unknown) {
  /** Names that both documents use in the same place: compared once, not wherever they are used. */
  const met = new Map<string, { name: string; direction: Direction }>();

  function compare(place: string, before: unknown, now: unknown, direction: Direction): string[] {
    const name = nameOf(before);
    if (name === undefined || name !== nameOf(now)) return inside(place, before, now, direction);
    met.set(`${direction} ${name}`, { name, direction });
    return [];
  }

  function inside(place: string, before: unknown, now: unknown, direction: Direction): string[] {
    const earlier = alternativesOf(older, before);
    const later = alternativesOf(newer, now);
    const one = (a: Json, b: Json) => compareOne(place, a, b, direction);
    const [only] = earlier;
    if (only !== undefined && earlier.length === 1 && direction === 'answered') {
      return later.flatMap((each) => one(only, each));
    }
    // Each of several alternatives has to go on; another one beside them is an addition.
    return earlier.flatMap((each, index) => {
      const complaints = later.map((other) => one(each, other));
      if (complaints.some((list) => list.length === 0)) return [];
      return complaints[index] ?? [`${place}: alternative ${index + 1} is gone`];
    });
  }

  function compareOne(place: string, before: Json, now: Json, direction: Direction): string[] {
    if (!typesFit(before, now, direction)) return [`${place} has another type`];
    const later = objectOf(now.properties);
    const properties = Object.entries(objectOf(before.properties)).flatMap(([name, schema]) =>
      name in later
        ? compare(`${place}.${name}`, schema, later[name], direction)
        : [`${place}.${name} is gone`],
    );
    return [
      ...compareLimits(place, before, now, direction),
      ...compareRequired(place, before, now, direction),
      ...properties,
      ...('items' in before || 'items' in now
        ? compare(`${place}[]`, before.items, now.items, direction)
        : []),
      ...compareOtherProperties(place, before, now, direction),
    ];
  }

  function compareOtherProperties(place: string, before: Json, now: Json, direction: Direction) {
    const { additionalProperties: earlier = {} } = before;
    const { additionalProperties: later = {} } = now;
    // An answer that is merely open promises nothing of what else it holds.
    if (earlier === false) return [];
    if (isOpen(earlier) && (direction === 'answered' || isOpen(later))) return [];
    if (later === false) return [`${place} has no other properties`];
    return compare(`${place}.*`, earlier, later, direction);
  }

  /** Compares the schemas in `components` that were met, and those that they use in turn. */
  function compareNamed(): string[] {
    const earlier = objectAt(older, 'components', 'schemas');
    const later = objectAt(newer, 'components', 'schemas');
    const complaints = Object.keys(earlier)
      .filter((name) => !(name in later))
      .map((name) => `the schema ${name} is gone`);
    // The map grows while it is gone through.
    for (const { name, direction } of met.values()) {
      if (name in later) complaints.push(...inside(name, earlier[name], later[name], direction));
    }
    return complaints;
  }

  return { compare, compareNamed };
}

/** The name of a schema that is nothing but a reference; OpenAPI 3.0 wraps some in a list of one. */
function nameOf(schema: unknown): string | undefined {
  const { $ref, allOf, ...others } = objectOf(schema);
  if (Object.keys(others).length > 0) return undefined;
  const [only, ...further] = listOf(allOf);
  if ($ref === undefined && only !== undefined && further.length === 0) return nameOf(only);
  return typeof $ref === 'string' && allOf === undefined ? $ref.split('/').at(-1) : undefined;
}

/** Whether a schema of further properties allows any. */
function isOpen(schema: unknown): boolean {
  return schema === true || (schema !== false && Object.keys(objectOf(schema)).length === 0);
}

/** A schema with its reference and the parts that all hold put into one. */
function resolve(document: unknown, schema: unknown): Json {
  const { $ref, allOf, ...own } = objectOf(schema);
  const named = typeof $ref === 'string' ? [objectAt(document, ...$ref.split('/').slice(1))] : [];
  const parts = [...named, ...listOf(allOf)].map((part) => resolve(document, part));
  let whole: Json = own;
  for (const part of parts) {
    whole = {
      ...part,
      ...whole,
      properties: { ...objectOf(part.properties), ...objectOf(whole.properties) },
      required: [...listOf(part.required), ...listOf(whole.required)],
    };
  }
  return whole;
}

/** The alternatives of a schema, each with what holds beside them; the schema alone where it has none. */
function alternativesOf(document: unknown, schema: unknown): readonly Json[] {
  const { anyOf, oneOf, ...base } = resolve(document, schema);
  const list = listOf(anyOf ?? oneOf);
  if (list.length === 0) return [base];
  return list.flatMap((each) => alternativesOf(document, { ...base, allOf: [each] }));
}
