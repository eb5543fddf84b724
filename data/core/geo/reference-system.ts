import type { Geometry, Position } from 'geojson';
import proj4 from 'proj4';

/** Longitude and latitude in degrees on WGS 84: what is meant where no system is named (OGC API Features 7.4). */
export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';

/** A reference system in which coordinates are taken and given (OGC API Features part 2). */
export interface ReferenceSystem {
  readonly uri: string;
  readonly title: string;
  /** What the first and the second coordinate are called. */
  readonly axes: readonly [string, string];
  /** Decimals that a coordinate is written with: about 0.1 metres. */
  readonly decimals: number;
  /** Largest value on each axis. */
  readonly largest: readonly [number, number];
  /** Whether meridians and parallels run along the axes, so that a box here is a box in degrees. */
  readonly isAligned: boolean;
  /** Coordinates of a place given by longitude and latitude. */
  fromDegrees(position: Position): Position;
  /** Longitude and latitude of coordinates. */
  toDegrees(position: Position): Position;
}

const swap = ([first = 0, second = 0]: Position): Position => [second, first];
const same = (position: Position): Position => position;

/** A system of the registry of EPSG in metres, by the definition that the registry gives (in the words of PROJ). */
function projected(
  about: Omit<ReferenceSystem, 'fromDegrees' | 'toDegrees' | 'axes' | 'decimals'>,
  definition: string,
): ReferenceSystem {
  const { forward, inverse } = proj4('+proj=longlat +datum=WGS84 +no_defs', definition);
  const convert =
    (by: (position: [number, number]) => number[]) =>
    ([x = 0, y = 0]: Position) =>
      by([x, y]);
  return {
    ...about,
    axes: ['x', 'y'],
    decimals: 1,
    fromDegrees: convert(forward),
    toDegrees: convert(inverse),
  };
}

/** Half the circumference of the sphere of the web's maps, and of what is as far north as they reach. */
const MERCATOR_EDGE = 20_037_508.342789244;

/** The system that is meant where none is named. */
export const LONGITUDE_FIRST: ReferenceSystem = {
  uri: CRS84,
  title: 'WGS 84, longitude and latitude in degrees',
  axes: ['lon', 'lat'],
  decimals: 6,
  largest: [180, 90],
  isAligned: true,
  fromDegrees: same,
  toDegrees: same,
};

const LATITUDE_FIRST: ReferenceSystem = {
  uri: epsg(4326),
  title: 'WGS 84, latitude and longitude in degrees',
  axes: ['lat', 'lon'],
  decimals: 6,
  largest: [90, 180],
  isAligned: true,
  fromDegrees: swap,
  toDegrees: swap,
};

const WEB_MERCATOR = projected(
  {
    uri: epsg(3857),
    title: 'Web Mercator in metres',
    largest: [MERCATOR_EDGE, MERCATOR_EDGE],
    isAligned: true,
  },
  '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
);

/** Shows the whole country in one piece, with areas as they are: the others cut Chukotka in two at the antimeridian. */
export const WHOLE_COUNTRY = projected(
  {
    uri: epsg(3576),
    title: 'WGS 84 / North Pole LAEA Russia in metres',
    largest: [12_800_000, 12_800_000],
    isAligned: false,
  },
  '+proj=laea +lat_0=90 +lon_0=90 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs',
);

/** The systems on offer, the usual one first. */
export const REFERENCE_SYSTEMS: readonly [ReferenceSystem, ...ReferenceSystem[]] = [
  LONGITUDE_FIRST,
  LATITUDE_FIRST,
  WEB_MERCATOR,
  WHOLE_COUNTRY,
];

function epsg(code: number): string {
  return `http://www.opengis.net/def/crs/EPSG/0/${code}`;
}

/** The system of a URI that is on offer. */
export function systemOf(uri: string): ReferenceSystem | undefined {
  return REFERENCE_SYSTEMS.find((system) => system.uri === uri);
}

/** A geometry in degrees, written in a system. */
export function geometryIn(system: ReferenceSystem, geometry: Geometry): Geometry {
  if (system.uri === CRS84) return geometry;
  const scale = 10 ** system.decimals;
  return mapPositions(geometry, (position) =>
    system.fromDegrees(position).map((value) => Math.round(value * scale) / scale),
  );
}

/** A geometry with another position in the place of each. */
export function mapPositions(geometry: Geometry, map: (position: Position) => Position): Geometry {
  const line = (positions: readonly Position[]) => positions.map(map);
  switch (geometry.type) {
    case 'Point':
      return { ...geometry, coordinates: map(geometry.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { ...geometry, coordinates: line(geometry.coordinates) };
    case 'MultiLineString':
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map(line) };
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(line)) };
    case 'GeometryCollection':
      return {
        ...geometry,
        geometries: geometry.geometries.map((part) => mapPositions(part, map)),
      };
  }
}
