import * as z from 'zod';
import { FOLDER_NAMES, FOLDER_SCHEMAS, Release } from './authored-data.ts';
import { parseJson, schemaOfFile } from './data-files.ts';

/** Longest line that a list of plain values is kept on. */
const LINE_WIDTH = 100;

/**
 * JSON as it stands in authored files: two spaces, one key a line, and lists of plain values filled into lines,
 * so that 83 region ids do not take 83 lines. Ends with a line break.
 */
export function formatJson(value: unknown): string {
  return `${formatValue(value, '', 0)}\n`;
}

function formatValue(value: unknown, indent: string, used: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    if (value.every(isPlain))
      return fillLines(
        value.map((item) => JSON.stringify(item)),
        indent,
        used,
      );
    const items = value.map((item) => `${inner}${formatValue(item, inner, inner.length)}`);
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  const present = Object.entries(value).filter(([, item]) => item !== undefined);
  const entries = present.map(([key, item]: [string, unknown]) => {
    const start = `${inner}${JSON.stringify(key)}: `;
    return `${start}${formatValue(item, inner, start.length)}`;
  });
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`;
}

function fillLines(items: readonly string[], indent: string, used: number): string {
  const onOneLine = `[${items.join(', ')}]`;
  if (used + onOneLine.length < LINE_WIDTH) return onOneLine;
  const inner = `${indent}  `;
  const lines: string[] = [];
  let line = '';
  for (const item of items) {
    if (line !== '' && inner.length + line.length + item.length + 3 > LINE_WIDTH) {
      lines.push(`${inner}${line}`);
      line = '';
    }
    line = line === '' ? `${item},` : `${line} ${item},`;
  }
  lines.push(`${inner}${line.slice(0, -1)}`);
  return `[\n${lines.join('\n')}\n${indent}]`;
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

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
