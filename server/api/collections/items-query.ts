import * as z from 'zod';
import type { Column, FlatValue } from '../../../data/core/features/collection.ts';
import {
  CRS84,
  LONGITUDE_FIRST,
  REFERENCE_SYSTEMS,
  type ReferenceSystem,
  systemOf,
} from '../../../data/core/geo/reference-system.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import { badParameters, shorten } from '../../middleware/problem.ts';
import { FilterError } from '../cql2/expression.ts';
import { MAX_FILTER_LENGTH, parseCql2 } from '../cql2/parser.ts';
import { compileFilter } from '../cql2/predicate.ts';
import { readCql2Json } from '../cql2/read-json.ts';
import { DATETIME_PATTERN, nearestDay, readDatetime } from '../datetime.ts';
import { boxesBetween, readNumbers } from '../geometry.ts';
import {
  countParam,
  dayParam,
  flagParam,
  numberParam,
  textParam,
  wordParam,
} from '../query-params.ts';
import type { Area, LiveCollection } from './live-collection.ts';
import type { Selection, SortKey } from './select-items.ts';

/** Features on one page for people: drawing a page costs a hundred times what writing data does. */
export const PAGE_FEATURES = 200;

/** A parameter whose reader gives either a value or a sentence saying what is wrong. */
function readParam<T>(read: (text: string) => T | string) {
  return z.string().transform((text, context): T => {
    const value = read(text);
    if (typeof value !== 'string') return value;
    context.addIssue({ code: 'custom', message: value, input: text });
    return z.NEVER;
  });
}

const URIS = REFERENCE_SYSTEMS.map(({ uri }) => uri);
const [FIRST_URI = CRS84, ...OTHER_URIS] = URIS;

/** The URI of a reference system that is on offer. */
function systemParam(description: string) {
  return wordParam([FIRST_URI, ...OTHER_URIS])
    .default(CRS84)
    .meta({ description });
}

/** Parameters that say how features are written, the same for a page and for one (OGC API Features parts 2 and 6). */
export function viewShape({ columns }: Pick<LiveCollection, 'columns'>) {
  const names = columns.map(({ name }) => name);
  return {
    asOf: dayParam()
      .optional()
      .meta({ description: 'Day for which the verdicts are computed; today where absent.' }),
    crs: systemParam('Reference system of the coordinates in the answer; its axes have its order.'),
    properties: readParam((text) => readColumns(text, names))
      .optional()
      .meta({
        type: 'array',
        items: { type: 'string', enum: names },
        minItems: 1,
        description: 'Only these properties, separated by commas.',
      }),
    skipGeometry: flagParam()
      .default(false)
      .meta({ type: 'boolean', description: 'Leaves the geometry out (`null` in GeoJSON).' }),
  };
}

/** The fixed part of the query, with its own meaning (OGC API Features 7.15). */
function fixedShape(collection: LiveCollection) {
  const { standard, largest } = collection.limits;
  const names = ['id', ...collection.columns.map(({ name }) => name)];
  return {
    bbox: readParam(readNumbers)
      .optional()
      .meta({
        type: 'array',
        items: { type: 'number' },
        minItems: 4,
        maxItems: 6,
        description:
          'Only features that this box touches: two corners in the order of the axes of `bbox-crs`, west,south,east,north in degrees where that is absent. West greater than east crosses the antimeridian.',
      }),
    'bbox-crs': systemParam('Reference system of `bbox`.'),
    datetime: readParam(readDatetime).optional().meta({
      type: 'string',
      minLength: 1,
      pattern: DATETIME_PATTERN.source,
      description:
        'Only features whose evidence reaches this time, and those without any: a day, an RFC 3339 instant, or two with a slash (`..` is an open end). The verdict is that of the nearest day to today.',
    }),
    limit: countParam(1, 999_999_999)
      .transform((limit) => Math.min(limit, largest))
      .pipe(z.int().min(1).max(largest))
      .default(standard)
      .meta({
        description: `Features on one page; more than ${largest} gives ${largest}, and a page for people has at most ${PAGE_FEATURES}.`,
      }),
    offset: countParam(0, 999_999_999).default(0).meta({ description: 'Features to pass over.' }),
    id: textParam(200).optional().meta({ description: 'Only the feature with this id.' }),
    sortby: readParam((text) => readSortKeys(text, names))
      .optional()
      .meta({
        type: 'array',
        items: { type: 'string', enum: names.flatMap((name) => [name, `-${name}`]) },
        minItems: 1,
        description:
          'Columns to order by, separated by commas, with a `-` before one for the largest first: `-population,name_ru`.',
      }),
    resulttype: wordParam(['results', 'hits'])
      .default('results')
      .meta({ description: '`hits` gives the number of features and none of them.' }),
    ...viewShape(collection),
    // People who write long filters break lines and indent.
    filter: textParam(MAX_FILTER_LENGTH, /^[\P{Cc}\t\n\r]*$/u)
      .optional()
      .meta({
        description:
          "Filter in CQL2 text (or JSON, by `filter-lang`) over the queryables: `verdict = 'partial' AND operators_partial * 2 > operators_no`. Both sides of a comparison are of one type, a day is `DATE('2026-11-26')`, what is no number (`1/0`) is unknown, and there are at most four spatial predicates.",
      }),
    'filter-lang': wordParam(['cql2-text', 'cql2-json'])
      .default('cql2-text')
      .meta({ description: 'Language of `filter`.' }),
    'filter-crs': systemParam('Reference system of geometries in `filter`.'),
  };
}

/** Query schema of a collection's items: the fixed parameters and one per column. */
export function itemsQuerySchema(collection: LiveCollection) {
  // Column names are known only at run time; in the type the fixed parameters stand alone.
  const columns: Record<never, z.ZodType> = Object.fromEntries(
    collection.columns.map((column) => [column.name, columnParam(column)]),
  );
  return z.strictObject(fixedShape(collection)).extend(columns);
}

type ItemsQuery = z.output<ReturnType<typeof itemsQuerySchema>>;

/**
 * What a query selects, and the day whose verdicts it sees: `asOf`, else the day of `datetime` nearest to today.
 *
 * @throws ProblemError 400 when the filter cannot be read.
 */
export function readSelection(
  query: ItemsQuery,
  collection: LiveCollection,
  today: IsoDate,
): { selection: Selection; asOf: IsoDate } {
  const { datetime, id, limit, offset, filter, sortby: order = [] } = query;
  const asOf = query.asOf ?? (datetime === undefined ? today : nearestDay(datetime, today));
  const compiled = filter === undefined ? undefined : readFilter(filter, query, collection.columns);
  const equals = equalsOf(query, collection.columns);
  const area = query.bbox === undefined ? undefined : readArea(query.bbox, query['bbox-crs']);
  return {
    selection: {
      ...{ area, datetime, id, equals, filter: compiled, order, offset },
      limit: query.resulttype === 'hits' ? 0 : limit,
    },
    asOf,
  };
}

/** How features are written: in which system, with which columns, with or without their geometry. */
export interface View {
  readonly system: ReferenceSystem;
  readonly columns: readonly Column[];
  readonly skipGeometry: boolean;
}

/** The part of a query that says how features are written. */
export type ViewQuery = z.output<z.ZodObject<ReturnType<typeof viewShape>>>;

/** What a query says of how features are written. */
export function viewOf(query: ViewQuery, { columns }: LiveCollection): View {
  const { properties: wanted, skipGeometry } = query;
  return {
    system: systemOf(query.crs) ?? LONGITUDE_FIRST,
    columns: wanted === undefined ? columns : columns.filter(({ name }) => wanted.includes(name)),
    skipGeometry,
  };
}

function readArea(numbers: readonly number[], uri: string): Area {
  const system = systemOf(uri) ?? LONGITUDE_FIRST;
  const boxes = boxesBetween(numbers, system);
  if (typeof boxes === 'string') {
    throw badParameters([{ parameter: 'bbox', value: shorten(numbers.join(',')), detail: boxes }]);
  }
  return { system: system.isAligned ? LONGITUDE_FIRST : system, boxes };
}

/** Names of columns; a sentence where one is none. */
function readColumns(text: string, known: readonly string[]): readonly string[] | string {
  const names = [...new Set(text.split(',').map((name) => name.trim()))];
  return unknownColumn(names, known) ?? names;
}

function readSortKeys(text: string, known: readonly string[]): readonly SortKey[] | string {
  // A plus sign that was not encoded is a blank by now.
  const keys = text.split(',').map((part) => ({
    name: part.trim().replace(/^[+-]/, ''),
    isDescending: part.trim().startsWith('-'),
  }));
  const names = keys.map(({ name }) => name);
  // A column named again orders nothing more: only its first mention is looked at.
  return unknownColumn(names, known) ?? keys.filter(({ name }, at) => names.indexOf(name) === at);
}

function unknownColumn(names: readonly string[], known: readonly string[]): string | undefined {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return undefined;
  return `there is no property ${JSON.stringify(shorten(unknown))}; there are ${known.join(', ')}`;
}

function equalsOf(query: ItemsQuery, columns: readonly Column[]): Record<string, FlatValue> {
  const names = new Set(columns.map(({ name }) => name));
  const equals: Record<string, FlatValue> = {};
  for (const [name, value] of Object.entries(query)) {
    if (names.has(name) && (typeof value === 'string' || typeof value === 'number'))
      equals[name] = value;
  }
  return equals;
}

function readFilter(filter: string, query: ItemsQuery, columns: readonly Column[]) {
  const read = query['filter-lang'] === 'cql2-json' ? readCql2Json : parseCql2;
  try {
    return compileFilter(read(filter), columns, systemOf(query['filter-crs']));
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    throw badParameters([{ parameter: 'filter', value: shorten(filter), detail: error.message }]);
  }
}

/** Schema of a column's value in a feature. */
export function columnSchema(column: Column): z.ZodType {
  const schema = valueSchema(column);
  return (column.nullable ? schema.nullable() : schema).meta({ description: column.description });
}

function valueSchema({ type, values }: Column): z.ZodType {
  if (values !== undefined) return z.enum(values);
  switch (type) {
    case 'integer':
      return z.int();
    case 'number':
      return z.number();
    case 'date':
      return z.iso.date();
    default:
      return z.string();
  }
}

/** Query parameter that selects the features with exactly this value of a column. */
function columnParam({ type, values, description }: Column): z.ZodType {
  return paramSchema(type, values)
    .optional()
    .meta({ description: `Only features with exactly this value. ${description}` });
}

function paramSchema(type: Column['type'], values: Column['values']): z.ZodType {
  const [first, ...rest] = values ?? [];
  if (first !== undefined) return wordParam([first, ...rest]);
  switch (type) {
    case 'integer':
      return countParam(0, 999_999_999);
    case 'number':
      return numberParam(-999_999_999, 999_999_999);
    case 'date':
      return dayParam();
    default:
      return textParam(200);
  }
}
