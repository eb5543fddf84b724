import { type Box, boxesBetween } from '../geometry.ts';
import { type Cql2, FilterMistake } from './expression.ts';

/** Whether an expression is the geometry of a feature. */
export function isGeometry(expression: Cql2 | undefined): boolean {
  return (
    typeof expression === 'object' &&
    'property' in expression &&
    ['geometry', 'geom'].includes(expression.property)
  );
}

/**
 * The boxes that a point or a `BBOX` stands for.
 *
 * @throws FilterMistake where it stands for none on this globe, or is something else.
 */
export function boxesOf(expression: Cql2 | undefined): readonly Box[] {
  if (typeof expression === 'object' && 'op' in expression && expression.op === 'bbox') {
    const edges = expression.args.filter((arg) => typeof arg === 'number');
    if (edges.length < expression.args.length) throw new FilterMistake('BBOX expects numbers only');
    const boxes = boxesBetween(edges);
    if (typeof boxes === 'string') throw new FilterMistake(`BBOX: ${boxes}`);
    return boxes;
  }
  if (typeof expression === 'object' && 'type' in expression && expression.type === 'Point') {
    const [x = 0, y = 0] = expression.coordinates;
    if (Math.abs(x) > 180 || Math.abs(y) > 90) {
      throw new FilterMistake(
        'POINT expects a longitude from -180 to 180 and a latitude from -90 to 90',
      );
    }
    return [{ west: x, south: y, east: x, north: y }];
  }
  throw new FilterMistake('S_INTERSECTS expects POINT(lon lat) or BBOX(west,south,east,north)');
}
