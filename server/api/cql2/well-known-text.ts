import type { Geometry, Position } from 'geojson';
import { type Cql2, FilterError } from './expression.ts';
import type { TokenReader } from './tokens.ts';

/**
 * Shapes by their tag in well-known text (OGC 06-103r4); heights are read and not looked at. They are read from the tokens of the
 * filter, so that an error names its place: libraries (`wellknown`) take a text of its own and say nothing of a wrong one.
 */
const SHAPES: Readonly<Record<string, (reader: TokenReader) => Geometry>> = {
  POINT: (reader) => ({ type: 'Point', coordinates: onlyOf(parseTuple(reader)) }),
  LINESTRING: (reader) => ({ type: 'LineString', coordinates: parseTuple(reader) }),
  POLYGON: (reader) => ({ type: 'Polygon', coordinates: parseTuples(reader, parseTuple) }),
  MULTIPOINT: (reader) => ({ type: 'MultiPoint', coordinates: parseTuples(reader, parsePlace) }),
  MULTILINESTRING: (reader) => ({
    type: 'MultiLineString',
    coordinates: parseTuples(reader, parseTuple),
  }),
  MULTIPOLYGON: (reader) => ({
    type: 'MultiPolygon',
    coordinates: parseTuples(reader, (inner) => parseTuples(inner, parseTuple)),
  }),
  // The grammar has no collection of collections.
  GEOMETRYCOLLECTION: (reader) => ({
    type: 'GeometryCollection',
    geometries: parseTuples(reader, parseMember),
  }),
};

/**
 * Steps over a shape or a `BBOX` if one is next.
 *
 * @throws FilterError for one that is not written to its end.
 */
export function takeShape(reader: TokenReader): Cql2 | undefined {
  if (reader.take('BBOX')) return { op: 'bbox', args: parseTuples(reader, parseNumber) };
  return takeGeometry(reader, Object.keys(SHAPES));
}

function takeGeometry(reader: TokenReader, tags: readonly string[]): Geometry | undefined {
  const tag = tags.find((each) => reader.take(each));
  return tag === undefined ? undefined : SHAPES[tag]?.(reader);
}

/** A property or a shape. */
export function parseShape(reader: TokenReader): Cql2 {
  const shape = takeShape(reader);
  if (shape !== undefined) return shape;
  const token = reader.peek();
  if (token?.kind !== 'word' && token?.kind !== 'name') {
    return reader.fail('a property, BBOX, POINT, LINESTRING, POLYGON or one of several of them');
  }
  reader.next();
  reader.refuseCall('shape', token.value, ['BBOX', ...Object.keys(SHAPES)]);
  return { property: token.value };
}

function parseMember(reader: TokenReader): Geometry {
  const tags = Object.keys(SHAPES).filter((tag) => tag !== 'GEOMETRYCOLLECTION');
  return takeGeometry(reader, tags) ?? reader.fail(tags.join(', '));
}

/** Things in brackets, separated by commas; a `Z` before them announces heights. */
function parseTuples<T>(reader: TokenReader, parse: (reader: TokenReader) => T): T[] {
  reader.take('Z');
  reader.expect('(');
  const list = [parse(reader)];
  while (reader.take(',')) list.push(parse(reader));
  reader.expect(')');
  return list;
}

function parseTuple(reader: TokenReader): Position[] {
  return parseTuples(reader, parsePosition);
}

/** One of several points, in brackets of its own or not. */
function parsePlace(reader: TokenReader): Position {
  if (!reader.take('(')) return parsePosition(reader);
  const position = parsePosition(reader);
  reader.expect(')');
  return position;
}

function parsePosition(reader: TokenReader): Position {
  const position = [parseNumber(reader), parseNumber(reader)];
  const next = reader.peek();
  const isHeight =
    next?.kind === 'number' || (next?.kind === 'symbol' && '+-'.includes(next.value));
  if (isHeight) parseNumber(reader);
  return position;
}

function onlyOf(positions: readonly Position[]): Position {
  const [position, ...others] = positions;
  if (position === undefined || others.length > 0)
    throw new FilterError('expected POINT(lon lat), one position');
  return position;
}

function parseNumber(reader: TokenReader): number {
  const sign = reader.takeSign() ?? 1;
  const token = reader.peek();
  if (token?.kind !== 'number') return reader.fail('a number');
  reader.next();
  return sign * token.value;
}
