import type { Geometry, Position } from 'geojson';
import { renderToString } from 'preact-render-to-string';
import { WHOLE_COUNTRY } from '../../../data/core/geo/reference-system.ts';

const WIDTH = 640;
const LARGEST_HEIGHT = 480;
const MARGIN = 8;
const POINT_RADIUS = 3;

/** Where a position stands in the picture, in its units. */
type Place = (position: Position) => readonly [x: number, y: number];

/**
 * A small map of features without scripts, each with its id as title, and a link where `hrefOf` is given; written bit by bit,
 * and not at all where nothing is to be seen. It shows the whole country in one piece; corners that fall on one unit of the
 * picture are drawn once.
 */
export function* writeFeatureMap(
  features: readonly { id: string; geometry: Geometry }[],
  hrefOf?: (id: string) => string,
): Iterable<string> {
  const shapes = features.map(({ id, geometry }) => ({ id, geometry, lines: linesOf(geometry) }));
  const step = visibleStep(shapes.flatMap(({ lines }) => lines));
  const drawn: Drawn[] = [];
  for (const { id, geometry, lines } of shapes) {
    drawn.push({
      id,
      lines: lines.map((line) => thinned(line, step).map(WHOLE_COUNTRY.fromDegrees)),
      isArea: geometry.type === 'Polygon' || geometry.type === 'MultiPolygon',
    });
    yield '';
  }
  const view = viewOf(drawn.flatMap(({ lines }) => lines));
  if (view === undefined) return;
  yield `<figure><svg viewBox="0 0 ${WIDTH} ${view.height}" role="img" aria-label="Map">`;
  for (const { id, lines, isArea } of drawn) {
    const path = (
      <path d={pathOf(lines, isArea, view.place)} class={isArea ? 'area' : 'point'}>
        <title>{id}</title>
      </path>
    );
    yield renderToString(hrefOf === undefined ? path : <a href={hrefOf(id)}>{path}</a>);
  }
  yield '</svg></figure>';
}

/** A feature in the plane of the picture. */
interface Drawn {
  readonly id: string;
  readonly lines: readonly (readonly Position[])[];
  readonly isArea: boolean;
}

/** All rings, lines and points of a geometry. */
function linesOf(geometry: Geometry): Position[][] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'MultiPoint':
      return geometry.coordinates.map((point) => [point]);
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    case 'GeometryCollection':
      return geometry.geometries.flatMap(linesOf);
  }
}

/** Degrees between two corners that are certainly told apart in the picture: a quarter of a unit of its height. */
function visibleStep(lines: readonly (readonly Position[])[]): number {
  let [south, north] = [90, -90];
  for (const line of lines) {
    for (const [, latitude = 0] of line) {
      south = Math.min(south, latitude);
      north = Math.max(north, latitude);
    }
  }
  return Math.max(0, north - south) / LARGEST_HEIGHT / 4;
}

/** A line without corners that nobody sees: projecting them all is most of what a picture costs. */
function thinned(line: readonly Position[], step: number): Position[] {
  let [lastLon, lastLat] = [Number.NaN, Number.NaN];
  return line.filter(([lon = 0, lat = 0], at) => {
    const isNear = Math.abs(lon - lastLon) < step && Math.abs(lat - lastLat) < step;
    if (isNear && at < line.length - 1) return false;
    [lastLon, lastLat] = [lon, lat];
    return true;
  });
}

/** Fits lines into the picture, north up; `undefined` where there are none. */
function viewOf(
  lines: readonly (readonly Position[])[],
): { height: number; place: Place } | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of lines) {
    for (const [x = 0, y = 0] of line) {
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
  }
  if (west > east) return undefined;
  const inner = WIDTH - 2 * MARGIN;
  const widest = Math.max((north - south) / (LARGEST_HEIGHT - 2 * MARGIN), (east - west) / inner);
  // A single point has no width: any scale shows it.
  const scale = widest === 0 ? 1 : widest;
  const shift = (inner - (east - west) / scale) / 2;
  return {
    height: Math.round((north - south) / scale + 2 * MARGIN),
    place: ([x = 0, y = 0]) => [
      Math.round(MARGIN + shift + (x - west) / scale),
      Math.round(MARGIN + (north - y) / scale),
    ],
  };
}

/** Path data; points are small circles. */
function pathOf(lines: readonly (readonly Position[])[], isArea: boolean, place: Place): string {
  const pieces = lines.map((line) => {
    let [lastX, lastY] = [Number.NaN, Number.NaN];
    let corners = '';
    for (const position of line) {
      const [x, y] = place(position);
      if (x === lastX && y === lastY) continue;
      corners += corners === '' ? `M${x} ${y}` : `L${x} ${y}`;
      [lastX, lastY] = [x, y];
    }
    if (line.length > 1) return isArea ? `${corners}z` : corners;
    const r = POINT_RADIUS;
    return `${corners}m-${r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 -${2 * r} 0`;
  });
  return pieces.join('');
}
