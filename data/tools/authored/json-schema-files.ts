import * as z from 'zod';
import { FOLDER_NAMES, FOLDER_SCHEMAS, Release } from './authored-data.ts';
import { formatJson } from './format-json.ts';

/**
 * JSON Schema (2020-12) of the authored files by name, for editors: they complete and check a fact while it is
 * typed. Made from the zod schemas, which stay the only definition.
 */
export function jsonSchemaFiles(): Map<string, string> {
  const schemas: [string, z.ZodType][] = FOLDER_NAMES.map((name) => [name, FOLDER_SCHEMAS[name]]);
  return new Map(
    [...schemas, ['release', Release] as const].map(([name, schema]) => [
      `${name}.schema.json`,
      formatJson(z.toJSONSchema(schema, { io: 'input', reused: 'ref' })),
    ]),
  );
}
