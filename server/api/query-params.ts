import * as z from 'zod';
import { RegionId, Slug } from '../../data/core/schema/ids.ts';
import {
  badParameters,
  ProblemError,
  shorten,
  type ValidationError,
} from '../middleware/problem.ts';

/** Longest query string that is read; a household of GET parameters needs a tenth of it. */
const MAX_QUERY_LENGTH = 8_000;

/** Shape of the query of a route: every parameter is declared, each reads one string. */
export type QuerySchema = z.ZodObject<Record<string, z.ZodType>>;

/**
 * A decimal number as languages write it: some spell out every digit of a small one, some use an exponent down to 1e-324, some
 * have no digit before the point.
 */
export const DECIMAL = /^[+-]?(\d{1,15}(\.\d{1,400})?|\.\d{1,400})([eE][+-]?\d{1,3})?$/;

/** A decimal number without blanks, never NaN or infinite; with an exponent, since languages write small numbers so. */
export function numberParam(minimum: number, maximum: number) {
  const error = `expected a decimal number from ${minimum} to ${maximum}`;
  const number = z.number({ error }).min(minimum, { error }).max(maximum, { error });
  return z.preprocess(readAs(DECIMAL), number);
}

/** A whole number without sign. */
export function countParam(minimum: number, maximum: number) {
  const error = `expected a whole number from ${minimum} to ${maximum}`;
  const count = z.int({ error }).min(minimum, { error }).max(maximum, { error });
  return z.preprocess(readAs(/^\d{1,9}$/), count);
}

/** The number that a text of a certain form is; what has another form stays text, and is refused as such. */
function readAs(form: RegExp): (text: unknown) => unknown {
  return (text) => (typeof text === 'string' && form.test(text) ? Number(text) : text);
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

/** Free text without control characters, unless `characters` allows some. */
export function textParam(maximum: number, characters = /^\P{Cc}*$/u) {
  const expected = `expected 1 to ${maximum} characters without control characters`;
  return z
    .string()
    .min(1, { error: expected })
    .max(maximum, { error: expected })
    .regex(characters, { error: expected });
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
 * Reads a raw query string strictly: declared names only, each once, percent-encoded UTF-8. `f` is read apart from
 * the parameters of the route, which every route has of its own.
 *
 * @throws ProblemError 400 naming every wrong parameter with its value and what is allowed; 414 when too long.
 */
export function parseQuery<Schema extends QuerySchema>(
  schema: Schema,
  representation: z.ZodType<string | undefined>,
  rawQuery: string,
): { query: z.output<Schema>; f: string | undefined } {
  if (rawQuery.length > MAX_QUERY_LENGTH) {
    throw new ProblemError(414, `the query is longer than ${MAX_QUERY_LENGTH} characters`);
  }
  const { values, wanted, errors } = splitQuery(rawQuery);
  const query = schema.safeParse(values);
  const f = representation.safeParse(wanted);
  if (query.success && f.success && errors.length === 0) return { query: query.data, f: f.data };
  const allowed = [...Object.keys(schema.shape), 'f'];
  if (!query.success) errors.push(...errorsOf(query.error, allowed, values));
  if (!f.success) errors.push(...errorsOf(f.error, allowed, { f: wanted ?? '' }, 'f'));
  throw badParameters(errors);
}

type Values = Readonly<Record<string, string>>;

const UNDECLARED = 'this parameter is not declared here';

/** Values by name; that of `f`, which is `wanted`, apart. */
function splitQuery(rawQuery: string) {
  const values: Record<string, string> = {};
  let wanted: string | undefined;
  const errors: ValidationError[] = [];
  const isCoded = /[%+]/.test(rawQuery);
  const read = isCoded ? decode : (text: string): string | undefined => text;
  for (let start = 0, end = 0; start < rawQuery.length; start = end + 1) {
    const ampersand = rawQuery.indexOf('&', start);
    end = ampersand < 0 ? rawQuery.length : ampersand;
    if (end === start) continue;
    const equals = rawQuery.indexOf('=', start);
    const nameEnd = equals < 0 || equals > end ? end : equals;
    const name = read(rawQuery.slice(start, nameEnd));
    const value = read(rawQuery.slice(nameEnd + 1, end));
    if (name === undefined || value === undefined) {
      errors.push({
        parameter: shorten(name ?? rawQuery.slice(start, end)),
        detail: 'expected UTF-8 with percent encoding',
        value: shorten(rawQuery.slice(start, end)),
      });
    } else if (Object.hasOwn(values, name) || (name === 'f' && wanted !== undefined)) {
      errors.push({
        parameter: shorten(name),
        value: shorten(value),
        detail: 'given more than once',
      });
    } else if (name === '__proto__') {
      // Set like the others it would become the object's prototype and go unnoticed.
      errors.push({ parameter: name, value: shorten(value), detail: UNDECLARED });
    } else if (name === 'f') {
      wanted = value;
    } else {
      values[name] = value;
    }
  }
  return { values, wanted, errors };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

function errorsOf(
  error: z.ZodError,
  allowed: readonly string[],
  values: Values,
  name = 'query',
): ValidationError[] {
  return error.issues.flatMap((issue): ValidationError[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        parameter: shorten(key),
        value: shorten(values[key] ?? ''),
        detail: UNDECLARED,
        allowed: [...allowed],
      }));
    }
    const parameter = String(issue.path[0] ?? name);
    const value = values[parameter];
    if (value === undefined)
      return [{ parameter, detail: issue.path.length > 0 ? missing(issue) : issue.message }];
    const found: ValidationError = { parameter, value: shorten(value), detail: issue.message };
    if (issue.code === 'invalid_value') found.allowed = issue.values.map(String);
    return [found];
  });
}

function missing(issue: z.core.$ZodIssue): string {
  return issue.code === 'custom' ? issue.message : 'this parameter is required';
}
