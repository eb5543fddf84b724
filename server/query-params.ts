import * as z from 'zod';
import { RegionId, Slug } from '../data/schema/ids.ts';
import { badParameters, type Mistake, ProblemError, shorten } from './problem.ts';

/** Longest query string that is read; a household of GET parameters needs a tenth of it. */
const MAX_QUERY_LENGTH = 8_000;

/** Shape of the query of a route: every parameter is declared, each reads one string. */
export type QuerySchema = z.ZodObject<Record<string, z.ZodType>>;

/** A decimal number in plain notation: no exponent, no blanks, never NaN or infinite. */
export function numberParam(minimum: number, maximum: number) {
  const expected = `expected a decimal number from ${minimum} to ${maximum}`;
  return z
    .string()
    .regex(/^-?\d{1,9}(\.\d{1,20})?$/, { error: expected })
    .transform(Number)
    .pipe(z.number().min(minimum, { error: expected }).max(maximum, { error: expected }));
}

/** A whole number without sign. */
export function countParam(minimum: number, maximum: number) {
  const expected = `expected a whole number from ${minimum} to ${maximum}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error: expected })
    .transform(Number)
    .pipe(z.int().min(minimum, { error: expected }).max(maximum, { error: expected }));
}

/** `true` or `false`, nothing else. */
export function flagParam() {
  return z
    .enum(['true', 'false'], { error: 'expected true or false' })
    .transform((text) => text === 'true')
    .pipe(z.boolean());
}

/** A word out of a list. */
export function wordParam<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: `expected one of ${words.join(', ')}` });
}

/** Calendar day; 2026-02-30 is none. */
export function dayParam() {
  return z.iso.date({ error: 'expected a calendar day such as 2026-11-23' });
}

/** Free text without control characters. */
export function textParam(maximum: number) {
  const expected = `expected 1 to ${maximum} characters without control characters`;
  return z
    .string()
    .min(1, { error: expected })
    .max(maximum, { error: expected })
    .regex(/^\P{Cc}*$/u, { error: expected });
}

/** Id of a region; whether there is such a region is looked up later and answered with 404. */
export function regionParam() {
  return z.string().max(10).pipe(RegionId);
}

/** Id of an operator; looked up later. */
export function slugParam() {
  return z.string().max(80).pipe(Slug);
}

/**
 * Reads a raw query string strictly: declared names only, each once, percent-encoded UTF-8.
 *
 * @throws ProblemError 400 naming every wrong parameter with its value and what is allowed; 414 when too long.
 */
export function parseQuery<Schema extends QuerySchema>(
  schema: Schema,
  rawQuery: string,
): z.output<Schema> {
  if (rawQuery.length > MAX_QUERY_LENGTH) {
    throw new ProblemError(414, `the query is longer than ${MAX_QUERY_LENGTH} characters`);
  }
  const { values, mistakes } = splitQuery(rawQuery);
  const parsed = schema.safeParse(values);
  if (parsed.success && mistakes.length === 0) return parsed.data;
  if (!parsed.success) mistakes.push(...mistakesOf(parsed.error, schema, values));
  throw badParameters(mistakes);
}

const UNDECLARED = 'this parameter is not declared here';

type Values = Readonly<Record<string, string>>;

function splitQuery(rawQuery: string): { values: Values; mistakes: Mistake[] } {
  const values: Record<string, string> = {};
  const mistakes: Mistake[] = [];
  const isCoded = /[%+]/.test(rawQuery);
  for (let start = 0; start < rawQuery.length; ) {
    const ampersand = rawQuery.indexOf('&', start);
    const end = ampersand < 0 ? rawQuery.length : ampersand;
    const equals = rawQuery.indexOf('=', start);
    const nameEnd = equals < 0 || equals > end ? end : equals;
    const rawName = rawQuery.slice(start, nameEnd);
    const rawValue = rawQuery.slice(nameEnd + 1, end);
    const pair = rawQuery.slice(start, Math.min(end, start + 100));
    start = end + 1;
    if (pair === '') continue;
    const name = isCoded ? decode(rawName) : rawName;
    const value = isCoded ? decode(rawValue) : rawValue;
    if (name === undefined || value === undefined) {
      mistakes.push({
        parameter: shorten(name ?? pair),
        detail: 'expected UTF-8 with percent encoding',
        value: pair,
      });
    } else if (Object.hasOwn(values, name)) {
      mistakes.push({
        parameter: shorten(name),
        value: shorten(value),
        detail: 'given more than once',
      });
    } else if (name === '__proto__') {
      // Set like the others it would become the object's prototype and go unnoticed.
      mistakes.push({ parameter: name, value: shorten(value), detail: UNDECLARED });
    } else {
      values[name] = value;
    }
  }
  return { values, mistakes };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

function mistakesOf(error: z.ZodError, schema: QuerySchema, values: Values): Mistake[] {
  return error.issues.flatMap((issue): Mistake[] => {
    if (issue.code === 'unrecognized_keys') {
      const allowed = Object.keys(schema.shape);
      return issue.keys.map((key) => ({
        parameter: shorten(key),
        value: shorten(values[key] ?? ''),
        detail: UNDECLARED,
        allowed,
      }));
    }
    const parameter = String(issue.path[0] ?? 'query');
    const value = values[parameter];
    if (value === undefined)
      return [{ parameter, detail: issue.path.length > 0 ? missing(issue) : issue.message }];
    const mistake: Mistake = { parameter, value: shorten(value), detail: issue.message };
    if (issue.code === 'invalid_value') mistake.allowed = issue.values.map(String);
    return [mistake];
  });
}

function missing(issue: z.core.$ZodIssue): string {
  return issue.code === 'custom' ? issue.message : 'this parameter is required';
}
