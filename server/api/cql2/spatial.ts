import type { Position, Geometry as Shape } from 'geojson';
import type Geometry from 'jsts/org/locationtech/jts/geom/Geometry.js';
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js';
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js';
import RelateOp from 'jsts/org/locationtech/jts/operation/relate/RelateOp.js';
import UnaryUnionOp from 'jsts/org/locationtech/jts/operation/union/UnaryUnionOp.js';
import IsValidOp from 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js';
import type { Box } from '../../../data/core/geo/edges.ts';
import { type FlatPart, partsOf } from '../../../data/core/geo/flat-part.ts';
import { mapPositions, type ReferenceSystem } from '../../../data/core/geo/reference-system.ts';
import { boxesBetween, cornersNear, intersectsAny } from '../geometry.ts';
import { type Cql2, FilterError, type SpatialPredicate } from './expression.ts';
import { required } from './operand.ts';
import { always, type Predicate } from './truth.ts';

/** Steps for one corner of a shape, which is looked at with each edge of the other. */
const STEPS_A_CORNER = 10;
/** The same where two shapes are related to each other corner by corner: about a microsecond. */
const STEPS_A_RELATED_CORNER = 60;

/** What holds between a shape and itself. */
const HOLDS_OF_ITSELF: readonly SpatialPredicate[] = [
  's_contains',
  's_equals',
  's_intersects',
  's_within',
];

/**
 * A spatial predicate between the geometry of a feature and a shape, either way round, between two shapes, or between the
 * geometry and itself.
 *
 * @param system reference system of the shapes
 * @throws FilterError for what is no shape.
 */
export function spatialPredicate(
  op: SpatialPredicate,
  args: readonly Cql2[],
  system: ReferenceSystem,
): Predicate {
  const [first, second] = [required(args, 0), required(args, 1)];
  const isFirst = isGeometry(first);
  if (isFirst && isGeometry(second)) return always(HOLDS_OF_ITSELF.includes(op));
  const shape = isFirst ? second : first;
  if (!isFirst && !isGeometry(second)) {
    const [one, other] = [literalOf(first, system), literalOf(second, system)];
    return always(relationTo(op, other, true).test(one, partsOf(one)));
  }
  const boxes = op === 's_intersects' ? boxesOf(shape, system) : undefined;
  if (boxes !== undefined) {
    return {
      test: (item) => intersectsAny(item.parts, boxes),
      stepsFor: (item) => STEPS_A_CORNER * cornersNear(item.parts, boxes),
    };
  }
  const relation = relationTo(op, literalOf(shape, system), isFirst);
  return {
    test: ({ feature, parts }) => relation.test(feature.geometry, parts),
    stepsFor: ({ parts }) => STEPS_A_RELATED_CORNER * relation.cornersFor(parts),
  };
}

/** A shape that is written out, a box as the area that it is. */
function literalOf(expression: Cql2, system: ReferenceSystem): Shape {
  const isBox = typeof expression === 'object' && 'op' in expression && expression.op === 'bbox';
  const boxes = isBox ? boxesOf(expression, system) : undefined;
  return boxes === undefined ? shapeOf(expression, system) : areaOf(boxes);
}

/** Boxes as a shape: a line or a point where they have no area. */
function areaOf(boxes: readonly Box[]): Shape {
  const [{ west, south, east, north } = WHOLE] = boxes;
  if (west === east && south === north) return { type: 'Point', coordinates: [west, south] };
  if (west === east || south === north) {
    return {
      type: 'LineString',
      coordinates: [
        [west, south],
        [east, north],
      ],
    };
  }
  return { type: 'MultiPolygon', coordinates: boxes.map((box) => [ringOf(box)]) };
}

const WHOLE: Box = { west: -180, south: -90, east: 180, north: 90 };

function ringOf({ west, south, east, north }: Box): Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

/** Whether an expression is a shape that is written out. */
export function isShape(expression: Cql2): boolean {
  if (typeof expression !== 'object') return false;
  return 'type' in expression || ('op' in expression && expression.op === 'bbox');
}

/** Whether an expression is the geometry of a feature. */
export function isGeometry(expression: Cql2 | undefined): boolean {
  return (
    typeof expression === 'object' &&
    'property' in expression &&
    ['geometry', 'geom'].includes(expression.property)
  );
}

/**
 * The boxes in degrees that a point or a `BBOX` in a reference system stands for; `undefined` for another shape.
 *
 * @throws FilterError where it stands for none on this globe.
 */
function boxesOf(
  expression: Cql2 | undefined,
  system: ReferenceSystem,
): readonly Box[] | undefined {
  if (typeof expression === 'object' && 'op' in expression && expression.op === 'bbox') {
    const edges = expression.args.filter((arg) => typeof arg === 'number');
    if (!system.isAligned) {
      throw new FilterError(
        `BBOX is no box in degrees in ${system.title}: use the parameters bbox and bbox-crs`,
      );
    }
    const boxes = boxesBetween(edges, system);
    if (typeof boxes === 'string') throw new FilterError(`BBOX: ${boxes}`);
    return boxes;
  }
  if (typeof expression === 'object' && 'type' in expression && expression.type === 'Point') {
    const { axes, largest } = system;
    if (expression.coordinates.some((value, axis) => Math.abs(value) > (largest[axis] ?? value))) {
      const ranges = axes.map((axis, at) => `${axis} from -${largest[at]} to ${largest[at]}`);
      throw new FilterError(`POINT expects ${ranges.join(' and ')}`);
    }
    const [lon = 0, lat = 0] = system.toDegrees([...expression.coordinates]);
    return [{ west: lon, south: lat, east: lon, north: lat }];
  }
  return undefined;
}

/** Whether a spatial predicate holds of features, and what it costs to know. */
interface Relation {
  test(geometry: Shape, parts: readonly FlatPart[]): boolean;
  /** Corners that the test looks at. */
  cornersFor(parts: readonly FlatPart[]): number;
}

const reader = new GeoJSONReader(new GeometryFactory());
/** Geometries of features in the form that the library reads, made when a filter first comes near them. */
const read = new WeakMap<Shape, Geometry>();

/**
 * The shape that an expression writes out, in degrees: its corners are carried over from `system` one by one.
 *
 * @throws FilterError for what is no shape, lies outside of the system, or crosses itself.
 */
function shapeOf(expression: Cql2 | undefined, system: ReferenceSystem): Shape {
  if (typeof expression !== 'object' || !('type' in expression)) {
    throw new FilterError(`${noGeometry(expression)}a shape such as ${EXAMPLE}`);
  }
  const { axes, largest } = system;
  const shape = mapPositions(expression, (position) => {
    if (position.some((value, axis) => Math.abs(value) > (largest[axis] ?? Infinity))) {
      const ranges = axes.map((axis, at) => `${axis} from -${largest[at]} to ${largest[at]}`);
      throw new FilterError(`expected ${ranges.join(' and ')}, not ${position.join(' ')}`);
    }
    return system.toDegrees(position);
  });
  const error = validityOf(shape);
  if (error !== undefined) throw new FilterError(`the shape is not valid: ${error}`);
  return shape;
}

const EXAMPLE = 'POLYGON((30 50,40 50,40 60,30 50))';

/** What was found where a geometry should stand, as far as it has a name, and what goes before the shapes that could. */
function noGeometry(expression: Cql2 | undefined): string {
  const isNamed = typeof expression === 'object' && 'property' in expression;
  return isNamed
    ? `${JSON.stringify(expression.property.slice(0, 60))} is no geometry: expected geometry or `
    : 'expected ';
}

function validityOf(shape: Shape): string | undefined {
  try {
    const check = new IsValidOp(reader.read(shape));
    return check.isValid() ? undefined : String(check.getValidationError()).replace(/, NaN/g, '');
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be read';
  }
}

/** A shape in the form that the library reads; of a collection what its members cover together, none of it twice. */
function wholeOf(shape: Shape): Geometry {
  const read = reader.read(shape);
  return shape.type === 'GeometryCollection' ? UnaryUnionOp.union(read) : read;
}

/**
 * A spatial predicate between features and a shape (OGC 21-065r2, 7.7), by the intersection matrix of the two.
 *
 * @param isFirst whether the feature is the first argument
 */
function relationTo(op: SpatialPredicate, shape: Shape, isFirst: boolean): Relation {
  const other = wholeOf(shape);
  const near = partsOf(shape);
  const corners = near.reduce((sum, { starts }) => sum + starts.length, 0);
  const meets = (parts: readonly FlatPart[]) =>
    parts.some(({ box: a }) =>
      near.some(
        ({ box: b }) =>
          a.east >= b.west && a.west <= b.east && a.north >= b.south && a.south <= b.north,
      ),
    );
  return {
    test(geometry, parts) {
      // What is apart by its boxes is apart.
      if (!meets(parts)) return op === 's_disjoint';
      const own = read.get(geometry) ?? reader.read(geometry);
      read.set(geometry, own);
      const matrix = isFirst ? RelateOp.relate(own, other) : RelateOp.relate(other, own);
      const [a, b] = isFirst ? [own, other] : [other, own];
      switch (op) {
        case 's_contains':
          return matrix.isContains();
        case 's_crosses':
          return matrix.isCrosses(a.getDimension(), b.getDimension());
        case 's_disjoint':
          return matrix.isDisjoint();
        case 's_equals':
          return matrix.isEquals(a.getDimension(), b.getDimension());
        case 's_intersects':
          return matrix.isIntersects();
        case 's_overlaps':
          return matrix.isOverlaps(a.getDimension(), b.getDimension());
        case 's_touches':
          return matrix.isTouches(a.getDimension(), b.getDimension());
        case 's_within':
          return matrix.isWithin();
      }
    },
    cornersFor: (parts) =>
      meets(parts) ? corners + parts.reduce((sum, { starts }) => sum + starts.length, 0) : 0,
  };
}
