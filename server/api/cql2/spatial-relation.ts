import type { Geometry as Shape } from 'geojson';
import type Geometry from 'jsts/org/locationtech/jts/geom/Geometry.js';
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js';
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js';
import RelateOp from 'jsts/org/locationtech/jts/operation/relate/RelateOp.js';
import UnaryUnionOp from 'jsts/org/locationtech/jts/operation/union/UnaryUnionOp.js';
import IsValidOp from 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js';
import { type FlatPart, partsOf } from '../../../data/core/geo/flat-part.ts';
import { mapPositions, type ReferenceSystem } from '../../../data/core/geo/reference-system.ts';
import { type Cql2, FilterError, type SpatialPredicate } from './expression.ts';

/** Whether a spatial predicate holds of features, and what it costs to know. */
export interface Relation {
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
export function shapeOf(expression: Cql2 | undefined, system: ReferenceSystem): Shape {
  if (typeof expression !== 'object' || !('type' in expression)) {
    throw new FilterError('expected a shape such as POLYGON((30 50,40 50,40 60,30 50))');
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
export function relationTo(op: SpatialPredicate, shape: Shape, isFirst: boolean): Relation {
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
