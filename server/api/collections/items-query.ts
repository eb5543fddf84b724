import * as z from 'zod';
import type { Column, FlatValue } from '../../../data/core/features/collection.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import { badParameters, shorten } from '../../middleware/problem.ts';
import { FilterMistake } from '../cql2/expression.ts';
import { MAX_FILTER_LENGTH, parseCql2 } from '../cql2/parser.ts';
import { compileFilter } from '../cql2/predicate.ts';
import { nearestDay, readDatetime } from '../datetime.ts';
import { CRS84, readBbox } from '../geometry.ts';
import { countParam, dayParam, textParam, wordParam } from '../query-params.ts';
import { columnParam } from './column-schema.ts';
import type { LiveCollection } from './live-collection.ts';
import type { Selection } from './select-items.ts';

/** A parameter whose reader gives either a value or a sentence saying what is wrong. */
function readParam<T>(read: (text: string) => T | string) {
  return z.string().transform((text, context): T => {
    const value = read(text);
    if (typeof value !== 'string') return value;
    context.addIssue({ code: 'custom', message: value, input: text });
    return z.NEVER;
  });
}

/** The fixed part of the query, with its own meaning (OGC API Features 7.15). */
function fixedShape({ defaultLimit, maxLimit }: LiveCollection) {
  return {
    bbox: readParam(readBbox)
      .optional()
      .meta({
        type: 'array',
        items: { type: 'number' },
        minItems: 4,
        maxItems: 6,
        description:
          'Only features that this box touches: west,south,east,north in degrees (CRS84). West greater than east crosses the antimeridian.',
      }),
    datetime: readParam(readDatetime).optional().meta({
      type: 'string',
      description:
        'Only features whose evidence reaches this time, and those without any: a day, an RFC 3339 instant, or two with a slash (`..` is an open end). The verdict is that of the nearest day to today.',
    }),
    limit: countParam(1, 999_999_999)
      .transform((limit) => Math.min(limit, maxLimit))
      .pipe(z.int().min(1).max(maxLimit))
      .default(defaultLimit)
      .meta({ description: `Features on one page; more than ${maxLimit} gives ${maxLimit}.` }),
    offset: countParam(0, 999_999_999).default(0).meta({ description: 'Features to pass over.' }),
    id: textParam(200).optional().meta({ description: 'Only the feature with this id.' }),
    asOf: dayParam()
      .optional()
      .meta({ description: 'Day for which the verdicts are computed; today where absent.' }),
    // People who write long filters break lines and indent.
    filter: textParam(MAX_FILTER_LENGTH, /^[\P{Cc}\t\n\r]*$/u)
      .optional()
      .meta({
        description:
          "Filter in CQL2 text over the queryables: `verdict = 'partial' AND operators_partial > 2`. Both sides of a comparison are of one type, a day is `DATE('2026-11-26')`, and there are at most four spatial predicates.",
      }),
    'filter-lang': wordParam(['cql2-text'])
      .optional()
      .meta({ description: 'Language of `filter`.' }),
    'filter-crs': wordParam([CRS84])
      .optional()
      .meta({ description: 'Reference system of geometries in `filter`.' }),
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

export type ItemsQuery = z.output<ReturnType<typeof itemsQuerySchema>>;

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
  const { bbox, datetime, id, limit, offset, filter } = query;
  const asOf = query.asOf ?? (datetime === undefined ? today : nearestDay(datetime, today));
  const compiled = filter === undefined ? undefined : readFilter(filter, collection.columns);
  const equals = equalsOf(query, collection.columns);
  return {
    selection: { boxes: bbox, datetime, id, equals, filter: compiled, offset, limit },
    asOf,
  };
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

function readFilter(filter: string, columns: readonly Column[]) {
  try {
    return compileFilter(parseCql2(filter), columns);
  } catch (error) {
    if (!(error instanceof FilterMistake)) throw error;
    throw badParameters([{ parameter: 'filter', value: shorten(filter), detail: error.message }]);
  }
}
