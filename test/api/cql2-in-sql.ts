import * as fc from 'fast-check';
import type { Column } from '../../data/core/features/collection.ts';

/** The same expression in both encodings of CQL2 and, translated by itself, in the SQL of DuckDB. */
interface Expression {
  readonly text: string;
  readonly json: unknown;
  readonly sql: string;
}

/** Values of a column as they stand in a file; filters compare with those, so that they select something. */
type ValuesOf = (column: string) => readonly (string | number)[];

/** Comes before the filters in a session: what is no number is unknown. */
export const MACROS = 'CREATE MACRO number(x) AS CASE WHEN isfinite(x) THEN x END';

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const call = (op: string, ...args: Expression[]) => ({ op, args: args.map(({ json }) => json) });

/** Filters over the columns of a collection, of which some are without a value in some rows. */
export function anyFilter(columns: readonly Column[], valuesOf: ValuesOf, isPoint: boolean) {
  const named = (...types: Column['type'][]) =>
    columns.filter(({ type }) => types.includes(type)).map(({ name }) => name);
  const property = (name: string): Expression => ({
    text: name,
    json: { property: name },
    sql: `"${name}"`,
  });
  const number = anyNumber(named('integer', 'number').map(property), valuesOf);
  const text = anyText(['id', ...named('string')].map(property), valuesOf);
  const day = anyDay(named('date').map(property), valuesOf);
  /** A column beside values of its own, which select more than what is drawn at random. */
  const own = fc
    .constantFrom({ name: 'id', type: 'string' as const }, ...columns)
    .filter(({ name }) => valuesOf(name).length > 1)
    .chain(({ name, type }): fc.Arbitrary<Three> => {
      const value = fc.constantFrom(...valuesOf(name)).map(LITERALS[type]);
      const column = property(name);
      return fc.tuple(fc.constant(column), value, value);
    });
  const alike = fc.oneof(
    { arbitrary: own, weight: 12 },
    fc.tuple(number, number, number),
    fc.tuple(text, text, text),
    fc.tuple(day, day, day),
  );
  const predicate = fc.oneof(
    { arbitrary: alike.chain(comparison), weight: 3 },
    alike.chain(([a, ...list]) => membership(a, list)),
    alike.chain(range),
    alike.chain(([a]) => nullity(a)),
    likeness(text, valuesOf),
    temporal(day),
    ...(isPoint ? [insideBox()] : []),
    fc.constantFrom(...['TRUE', 'FALSE'].map((word) => literal(word === 'TRUE'))),
  );
  return fc.letrec<{ filter: Expression }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      { arbitrary: predicate, weight: 3 },
      fc
        .tuple(fc.constantFrom('and', 'or'), tie('filter'), tie('filter'))
        .map(([op, a, b]) => infix(op, a, b)),
      tie('filter').map((a) => ({
        text: `NOT (${a.text})`,
        json: call('not', a),
        sql: `NOT (${a.sql})`,
      })),
      predicate.chain(nullity),
    ),
  })).filter;
}

function literal(value: boolean): Expression {
  return { text: String(value), json: value, sql: String(value).toUpperCase() };
}

function infix(op: string, a: Expression, b: Expression): Expression {
  const between = (x: string, y: string) => `(${x}) ${op.toUpperCase()} (${y})`;
  return { text: between(a.text, b.text), json: call(op, a, b), sql: between(a.sql, b.sql) };
}

/** Numbers and what is calculated of them; the operations mean the same to SQL but for `div` and what is no number. */
function anyNumber(properties: readonly Expression[], valuesOf: ValuesOf) {
  const constants = [0, 1, -3, 2.5, 1000, ...properties.flatMap(({ text }) => valuesOf(text))];
  const leaf = fc.oneof(
    fc.constantFrom(...properties).map((one) => ({ ...one, sql: `CAST(${one.sql} AS DOUBLE)` })),
    fc.constantFrom(...constants).map(numberLiteral),
  );
  const inSql = (op: string, a: string, b: string) => {
    if (op === '^') return `number(pow(${a}, ${b}))`;
    return op === 'div' ? `number(trunc(${a} / ${b}))` : `number(${a} ${op} ${b})`;
  };
  const calculated = (op: string, a: Expression, b: Expression): Expression => ({
    text: `(${a.text} ${op} ${b.text})`,
    json: call(op, a, b),
    sql: inSql(op, a.sql, b.sql),
  });
  return fc.letrec<{ number: Expression }>((tie) => ({
    number: fc.oneof(
      { maxDepth: 2 },
      leaf,
      fc
        .tuple(fc.constantFrom('+', '-', '*', '/', '%', 'div'), tie('number'), tie('number'))
        .map(([op, a, b]) => calculated(op, a, b)),
      // Of other powers the last digit is left to the library that computes them.
      fc
        .tuple(leaf, fc.constantFrom(0, 1, 2, 3))
        .map(([a, power]) =>
          calculated('^', a, { text: `${power}`, json: power, sql: `${power}` }),
        ),
    ),
  })).number;
}

function textLiteral(value: string): Expression {
  return { text: quoted(value), json: value, sql: quoted(value) };
}

const LITERALS: Readonly<Record<Column['type'], (value: string | number) => Expression>> = {
  string: (value) => textLiteral(String(value)),
  date: (value) => dayLiteral(String(value)),
  integer: numberLiteral,
  number: numberLiteral,
};

function numberLiteral(value: string | number): Expression {
  return { text: `${value}`, json: value, sql: `CAST(${value} AS DOUBLE)` };
}

function anyText(properties: readonly Expression[], valuesOf: ValuesOf) {
  const constants = ['', 'a', ...properties.flatMap(({ text }) => valuesOf(text).map(String))];
  const leaf = fc.oneof(
    fc.constantFrom(...properties),
    fc.constantFrom(...constants).map(textLiteral),
  );
  return fc.oneof({ arbitrary: leaf, weight: 3 }, leaf.chain(folded));
}

/** DuckDB knows lower case, which folds Russian, English and Chinese alike. */
function folded(a: Expression): fc.Arbitrary<Expression> {
  return fc.constantFrom(
    { text: `CASEI(${a.text})`, json: call('casei', a), sql: `lower(${a.sql})` },
    { text: `ACCENTI(${a.text})`, json: call('accenti', a), sql: `strip_accents(${a.sql})` },
  );
}

function dayLiteral(day: string): Expression {
  return { text: `DATE('${day}')`, json: { date: day }, sql: `DATE '${day}'` };
}

function anyDay(properties: readonly Expression[], valuesOf: ValuesOf) {
  const days = properties.flatMap(({ text }) => valuesOf(text).map(String));
  return fc.oneof(
    fc.constantFrom(...properties),
    fc.constantFrom('2020-02-29', '2026-11-23', ...days).map(dayLiteral),
  );
}

type Three = readonly [Expression, Expression, Expression];

const comparison = ([a, b]: Three) =>
  fc.constantFrom('=', '<>', '<', '>', '<=', '>=').map((op) => ({
    text: `${a.text} ${op} ${b.text}`,
    json: call(op, a, b),
    sql: `${a.sql} ${op} ${b.sql}`,
  }));

/** A predicate or its opposite in the words of both languages. */
const negatable = (words: (not: string) => Expression) =>
  fc.constantFrom(
    words(''),
    ...[words('NOT ')].map((one) => ({ ...one, json: { op: 'not', args: [one.json] } })),
  );

const membership = (a: Expression, list: readonly Expression[]) =>
  negatable((not) => ({
    text: `${a.text} ${not}IN (${list.map((each) => each.text).join(', ')})`,
    json: { op: 'in', args: [a.json, list.map((each) => each.json)] },
    sql: `${a.sql} ${not}IN (${list.map((each) => each.sql).join(', ')})`,
  }));

const range = ([a, low, high]: Three) =>
  negatable((not) => ({
    text: `${a.text} ${not}BETWEEN ${low.text} AND ${high.text}`,
    json: call('between', a, low, high),
    sql: `${a.sql} ${not}BETWEEN ${low.sql} AND ${high.sql}`,
  }));

const nullity = (a: Expression) =>
  negatable((not) => ({
    text: `(${a.text}) IS ${not}NULL`,
    json: call('isNull', a),
    sql: `(${a.sql}) IS ${not}NULL`,
  }));

/** A text with its beginning, its end or a letter left open. */
function likeness(text: fc.Arbitrary<Expression>, valuesOf: ValuesOf) {
  const cut = (value: string) => [
    `${value.slice(0, 2)}%`,
    `%${value.slice(-2)}`,
    `%${value.slice(1, 3)}%`,
    value.replace(/./su, '_'),
    `${value}\\%`,
  ];
  const patterns = ['id', 'name_ru', 'verdict', 'best_operators'].flatMap((name) =>
    valuesOf(name).flatMap((value) => cut(String(value))),
  );
  return fc.tuple(text, fc.constantFrom('%', '', '\\_', ...patterns)).chain(([a, pattern]) =>
    negatable((not) => ({
      text: `${a.text} ${not}LIKE ${quoted(pattern)}`,
      json: { op: 'like', args: [a.json, pattern] },
      sql: `${a.sql} ${not}LIKE ${quoted(pattern)} ESCAPE '\\'`,
    })),
  );
}

/** A day or an interval with its first and its last day in SQL; an interval the wrong way round is none. */
function anyTime(day: fc.Arbitrary<Expression>) {
  const instant = day.map((one) => ({ ...one, first: one.sql, last: one.sql }));
  const isConstant = ({ text }: Expression) => text.startsWith('DATE');
  const end = (one: Expression) => (isConstant(one) ? one.text.slice(5, -1) : one.text);
  const endJson = (one: Expression) => (isConstant(one) ? one.text.slice(6, -2) : one.json);
  const interval = fc
    .tuple(day, day)
    .filter(([a, b]) => !isConstant(a) || !isConstant(b) || a.text <= b.text)
    .map(([a, b]) => ({
      text: `INTERVAL(${end(a)}, ${end(b)})`,
      json: { interval: [endJson(a), endJson(b)] },
      sql: '',
      first: `CASE WHEN ${a.sql} <= ${b.sql} THEN ${a.sql} END`,
      last: `CASE WHEN ${a.sql} <= ${b.sql} THEN ${b.sql} END`,
    }));
  return fc.oneof(instant, interval);
}

/** What the temporal predicates say of the ends of two times (OGC 21-065r2, tables 9 and 10). */
const TIMES: Readonly<Record<string, string>> = {
  t_after: 'a1 > b2',
  t_before: 'a2 < b1',
  t_contains: 'a1 < b1 AND a2 > b2',
  t_disjoint: 'a2 < b1 OR a1 > b2',
  t_during: 'a1 > b1 AND a2 < b2',
  t_equals: 'a1 = b1 AND a2 = b2',
  t_finishedby: 'a1 < b1 AND a2 = b2',
  t_finishes: 'a1 > b1 AND a2 = b2',
  t_intersects: 'NOT (a2 < b1 OR a1 > b2)',
  t_meets: 'a2 = b1',
  t_metby: 'a1 = b2',
  t_overlappedby: 'a1 > b1 AND a1 < b2 AND a2 > b2',
  t_overlaps: 'a1 < b1 AND a2 > b1 AND a2 < b2',
  t_startedby: 'a1 = b1 AND a2 > b2',
  t_starts: 'a1 = b1 AND a2 < b2',
};

function temporal(day: fc.Arbitrary<Expression>) {
  const time = anyTime(day);
  return fc
    .tuple(fc.constantFrom(...Object.entries(TIMES)), time, time)
    .map(([[op, relation], a, b]) => {
      const ends: Readonly<Record<string, string>> = {
        ...{ a1: a.first, a2: a.last, b1: b.first, b2: b.last },
      };
      const holds = relation.replaceAll(/[ab][12]/g, (name) => `(${ends[name]})`);
      return {
        text: `${op.toUpperCase()}(${a.text}, ${b.text})`,
        json: call(op, a, b),
        // Open as soon as one of the times is unknown.
        sql: `CASE WHEN (${a.last}) IS NOT NULL AND (${b.last}) IS NOT NULL THEN ${holds} END`,
      };
    });
}

/** Points in a box, its border with it. */
function insideBox() {
  return fc
    .tuple(
      ...[fc.integer({ min: 20, max: 100 }), fc.integer({ min: 41, max: 65 })],
      ...[fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 })],
    )
    .map(([west = 0, south = 0, width = 0, height = 0]) => {
      const box = [west, south, west + width, south + height];
      const geometry = { property: 'geometry' };
      return {
        text: `S_INTERSECTS(geometry, BBOX(${box.join(',')}))`,
        json: { op: 's_intersects', args: [geometry, { bbox: box }] },
        sql: `(bbox.xmin BETWEEN ${west} AND ${west + width} AND bbox.ymin BETWEEN ${south} AND ${south + height})`,
      };
    });
}
