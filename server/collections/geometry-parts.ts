import { bbox } from '@turf/bbox';
import { booleanIntersects } from '@turf/boolean-intersects';
import type { Geometry, LineString, Point, Polygon } from 'geojson';
import type { Box } from './bounding-box.ts';

/** A part of a geometry with its own box: the box of a whole region may reach around the globe. */
interface Part {
  readonly shape: Polygon | LineString | Point;
  readonly box: Box;
}

/** A geometry prepared for questions about boxes. */
export type GeometryParts = readonly Part[];

/** Prepares a geometry once, so that each question looks only at the parts that can matter. */
export function splitGeometry(geometry: Geometry): GeometryParts {
  return shapesOf(geometry).map((shape) => {
    const [west, south, east, north] = bbox(shape);
    return { shape, box: { west, south, east, north } };
  });
}

/** Whether a geometry and any of the boxes have a point in common, borders included. */
export function intersectsAny(parts: GeometryParts, boxes: readonly Box[]): boolean {
  return boxes.some((box) => {
    const shape = shapeOfBox(box);
    return parts.some((part) => mayMeet(part.box, box) && booleanIntersects(part.shape, shape));
  });
}

function mayMeet({ west, south, east, north }: Box, box: Box): boolean {
  return east >= box.west && west <= box.east && north >= box.south && south <= box.north;
}

/** A box without width or height is a line or a point: a polygon without an area meets nothing. */
function shapeOfBox({ west, south, east, north }: Box): Part['shape'] {
  if (west === east && south === north) return { type: 'Point', coordinates: [west, south] };
  if (west === east || south === north) {
    const coordinates = [
      [west, south],
      [east, north],
    ];
    return { type: 'LineString', coordinates };
  }
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

function shapesOf(geometry: Geometry): Part['shape'][] {
  switch (geometry.type) {
    case 'Point':
    case 'LineString':
    case 'Polygon':
      return [geometry];
    case 'MultiPoint':
      return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }));
    case 'MultiLineString':
      return geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }));
    case 'MultiPolygon':
      return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
    case 'GeometryCollection':
      return geometry.geometries.flatMap(shapesOf);
  }
}
