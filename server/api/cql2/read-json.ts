import type { Geometry, Position } from 'geojson';
import * as z from 'zod';
import { readDay } from '../datetime.ts';
import { type Cql2, checkOperation, FilterError, MAX_NESTING } from './expression.ts';

const Place: z.ZodType<Position> = z.array(z.number()).min(2).max(3);
const Line = z.array(Place).min(2);
const Ring = z.array(Place).min(4);

const SHAPES = [
  z.object({ type: z.literal('Point'), coordinates: Place }),
  z.object({ type: z.literal('MultiPoint'), coordinates: z.array(Place).min(1) }),
  z.object({ type: z.literal('LineString'), coordinates: Line }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(Line).min(1) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1) }),
] as const;

/** A GeoJSON geometry; a collection has no collections in it. */
const Literal: z.ZodType<Geometry> = z.discriminatedUnion('type', [
  ...SHAPES,
  z.object({
    type: z.literal('GeometryCollection'),
    geometries: z.array(z.discriminatedUnion('type', SHAPES)).min(1),
  }),
]);

const Operation = z.strictObject({ op: z.string().max(60), args: z.array(z.unknown()).max(500) });
const Property = z.strictObject({ property: z.string() });
const Day = z.strictObject({ date: z.string() });
const Instant = z.strictObject({ timestamp: z.string() });
const End = z.union([z.string(), Property]);
const Interval = z.strictObject({ interval: z.tuple([End, End]) });
const Bbox = z.strictObject({ bbox: z.array(z.number()).min(4).max(6) });

/**
 * Reads CQL2 JSON (OGC 21-065r2, annex C) into the form that text is parsed into.
 *
 * @throws FilterError saying what was expected where, also for one that nests too deeply.
 */
export function readCql2Json(text: string): Cql2 {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : 'it cannot be read';
    throw new FilterError(`expected JSON: ${reason.slice(0, 100)}`);
  }
  return read(value, 0);
}

function read(value: unknown, depth: number): Cql2 {
  if (depth > MAX_NESTING) {
    throw new FilterError(`expected at most ${MAX_NESTING} levels of nesting`);
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (Array.isArray(value)) return value.map((entry) => read(entry, depth + 1));
  const operation = Operation.safeParse(value);
  if (operation.success) {
    const { args } = operation.data;
    const op = named(operation.data.op);
    checkOperation(op, args.length);
    return { op, args: args.map((arg) => read(arg, depth + 1)) };
  }
  const property = Property.safeParse(value);
  if (property.success) return property.data;
  const bbox = Bbox.safeParse(value);
  if (bbox.success) return { op: 'bbox', args: bbox.data.bbox };
  const geometry = Literal.safeParse(value);
  if (geometry.success) return geometry.data;
  return readTime(value);
}

/** Names of operations have no case of their own, but for two that are written in one way. */
function named(op: string): string {
  const lower = op.toLowerCase();
  return lower === 'isnull' ? 'isNull' : lower;
}

function readTime(value: unknown): Cql2 {
  const day = Day.safeParse(value);
  if (day.success) return { date: dayOf(day.data.date) };
  const instant = Instant.safeParse(value);
  if (instant.success) return { date: dayOf(instant.data.timestamp) };
  const interval = Interval.safeParse(value);
  if (interval.success) {
    const [from, to] = interval.data.interval.map((end) =>
      typeof end === 'string' ? endOf(end) : end,
    );
    return { interval: [from, to] };
  }
  const found = JSON.stringify(value)?.slice(0, 60) ?? 'nothing';
  throw new FilterError(`expected an operation, a property, a time or a geometry, not ${found}`);
}

/** One end of an interval; two dots leave it open. */
export function endOf(text: string): string | undefined {
  return text === '..' ? undefined : dayOf(text);
}

function dayOf(text: string): string {
  const day = readDay(text);
  if (day !== undefined) return day;
  throw new FilterError(
    `expected a day such as 2026-11-23 or an instant such as 2026-11-23T12:00:00Z, not ${JSON.stringify(text.slice(0, 40))}`,
  );
}
