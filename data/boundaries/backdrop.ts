import type { Feature, LineString, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import { runMapshaper } from './mapshaper-run.ts';
import type { AnyTopology } from './read-topology.ts';
import { signedRingArea } from './ring.ts';

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
