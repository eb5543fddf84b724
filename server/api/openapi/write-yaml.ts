import { stringify } from 'yaml';
import type { JsonObject } from './schemas.ts';

/** Objects so far down are written in one stretch each: `components`, `schemas`, and the schemas by name. */
const DEEPEST_STRETCH = 3;

/** A document in YAML, as `stringify` writes it, part by part: the whole takes a tenth of a second. */
export function* writeYaml(document: JsonObject): Iterable<string> {
  let above: readonly string[] = [];
  for (const [path, value] of partsOf(document)) {
    const text = stringify(
      path.reduceRight((inner, key) => ({ [key]: inner }), value),
      { aliasDuplicateObjects: false },
    );
    // The keys that lead to it, each a line, stand there already where the part before was below them, too.
    const shared = path.findIndex((key, depth) => key !== above[depth]);
    yield text.split('\n').slice(shared).join('\n');
    above = path;
  }
}

/** The members of an object, or those of their objects, each with the keys that lead to it. */
function* partsOf(
  value: object,
  above: readonly string[] = [],
): Iterable<[readonly string[], unknown]> {
  for (const [key, inner] of Object.entries(value)) {
    const path = [...above, key];
    if (isDivided(inner) && path.length < DEEPEST_STRETCH) yield* partsOf(inner, path);
    else yield [path, inner];
  }
}

function isDivided(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length > 0
  );
}
