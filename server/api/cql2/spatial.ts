import type { Box } from '../../../data/core/geo/degree-grid.ts';
import type { ReferenceSystem } from '../../../data/core/geo/reference-system.ts';
import { boxesBetween } from '../geometry.ts';
import { type Cql2, FilterError } from './expression.ts';

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
export function boxesOf(
  expression: Cql2 | undefined,
  system: ReferenceSystem,
): readonly Box[] | undefined {
  if (typeof expression === 'object' && 'op' in expression && expression.op === 'bbox') {
    const edges = expression.args.filter((arg) => typeof arg === 'number');
    if (edges.length < expression.args.length) throw new FilterError('BBOX expects numbers only');
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
