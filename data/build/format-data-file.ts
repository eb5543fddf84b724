import type * as z from 'zod';
import { formatJson } from './format-json.ts';
import { parseJson } from './parse-json.ts';
import { schemaOfFile } from './schema-of-file.ts';

/**
 * The canonical text of an authored file: keys in the order of its schema, one way to indent. A key that stands
 * twice is written once, with the value that JSON readers take (the last). A file that does not fit its schema
 * comes back as it is: the lint says what is wrong with it.
 */
export function formatDataFile(file: string, text: string): string {
  const schema = schemaOfFile(file);
  const json = parseJson(text);
  if (schema === undefined || !json.ok) return text;
  const parsed: z.ZodSafeParseResult<unknown> = schema.safeParse(json.value);
  return parsed.success ? formatJson(orderLike(parsed.data, json.value)) : text;
}

/** What stands in `original`, with keys in the order of `parsed`, which parsing puts into that of the schema. */
function orderLike(parsed: unknown, original: unknown): unknown {
  if (Array.isArray(parsed) && Array.isArray(original)) {
    return original.map((item: unknown, index) => orderLike(parsed[index], item));
  }
  if (!isRecord(parsed) || !isRecord(original)) return parsed;
  const keys = Object.keys(parsed).filter((key) => key in original);
  return Object.fromEntries(keys.map((key) => [key, orderLike(parsed[key], original[key])]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
