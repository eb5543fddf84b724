import { kinks, polygon } from '@turf/turf';
import * as z from 'zod';
import { createRegionLocator } from '../../../core/geo/region-locator.ts';
import { RegionId } from '../../../core/schema/ids.ts';
import type { Place } from '../../../core/schema/place.ts';
import type { RegionBoundaries } from '../../../core/schema/region.ts';
import { roundDegrees } from '../../boundaries/natural-earth.ts';
import {
  BoundaryError,
  regionBoundaries,
  regionBoundary,
  windPolygon,
} from '../../boundaries/region-shapes.ts';

const Position = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .rest(z.number());
const Polygon = z.array(z.array(Position).min(4)).min(1);

const Outline = z.object({
  id: z.unknown().optional(),
  properties: z.looseObject({ id: z.unknown().optional() }).nullish(),
  geometry: z.discriminatedUnion('type', [
    z.object({ type: z.literal('Polygon'), coordinates: Polygon }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(Polygon).min(1) }),
  ]),
});
type Outline = z.infer<typeof Outline>;

const Collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.unknown()),
});

/** Degrees of longitude from one position to the next beyond which an outline must have jumped over the antimeridian. */
const LONGEST_STEP = 180;

/**
 * Checks boundaries made elsewhere and brings them to our form: one feature a region with its id (`RU-TA`) as feature id
 * or property `id`, a MultiPolygon wound as RFC 7946 says, 5 decimals.
 * @param json a parsed GeoJSON file
 * @param regionIds every region that must have an outline
 * @throws BoundaryError with all problems: unknown, missing and repeated regions, open rings, positions off the globe,
 * steps over the antimeridian, outlines that cross themselves.
 */
export function checkBoundaries(json: unknown, regionIds: readonly RegionId[]): RegionBoundaries {
  const collection = Collection.safeParse(json);
  if (!collection.success) {
    throw new BoundaryError(['the file is not a GeoJSON FeatureCollection']);
  }
  const problems: string[] = [];
  const outlines = new Map<RegionId, Outline>();
  for (const [index, feature] of collection.data.features.entries()) {
    const parsed = Outline.safeParse(feature);
    if (!parsed.success) {
      problems.push(`feature ${index + 1}: ${z.prettifyError(parsed.error)}`);
      continue;
    }
    const id = RegionId.safeParse(parsed.data.properties?.id ?? parsed.data.id).data;
    if (id === undefined || !regionIds.includes(id)) {
      const named = JSON.stringify(parsed.data.properties?.id ?? parsed.data.id);
      problems.push(
        `feature ${index + 1}: id ${named}, expected the id of a region such as RU-MOW`,
      );
    } else if (outlines.has(id)) {
      problems.push(`${id}: feature ${index + 1} is a second outline, expected one MultiPolygon`);
    } else {
      outlines.set(id, parsed.data);
      problems.push(...ringProblems(parsed.data).map((problem) => `${id}: ${problem}`));
    }
  }
  for (const id of regionIds) if (!outlines.has(id)) problems.push(`${id}: has no outline`);
  if (problems.length > 0) throw new BoundaryError(problems);
  return regionBoundaries(
    [...outlines].map(([id, outline]) =>
      regionBoundary(
        id,
        polygonsOf(outline).map((rings) => windPolygon(rings.map(roundRing))),
      ),
    ),
  );
}

function polygonsOf({ geometry }: Outline): number[][][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function ringProblems(outline: Outline): string[] {
  return polygonsOf(outline).flatMap((rings, part) =>
    rings.flatMap((ring, index) => {
      const where = `part ${part + 1}, ring ${index + 1}`;
      const [first, last] = [ring[0], ring.at(-1)];
      if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) {
        return [`${where} is open: its last position must repeat its first`];
      }
      const jump = ring.find(
        ([lon = 0], i) => Math.abs(lon - (ring[i - 1]?.[0] ?? lon)) > LONGEST_STEP,
      );
      if (jump !== undefined) {
        return [`${where} jumps over the antimeridian at ${jump.join(', ')}: split it there`];
      }
      const [crossing] = kinks(polygon([ring])).features;
      if (crossing === undefined) return [];
      return [`${where} crosses itself at ${crossing.geometry.coordinates.join(', ')}`];
    }),
  );
}

function roundRing(ring: number[][]): number[][] {
  return ring.map(([lon = 0, lat = 0]) => [roundDegrees(lon), roundDegrees(lat)]);
}

/**
 * Finds outlines with another region's id: half of a region's settlements or more must lie in its outline. A single
 * one is no proof, for coarse outlines leave even Abakan and Anadyr outside.
 * @returns one sentence a region that fails
 */
export function checkSettlements(boundaries: RegionBoundaries, places: readonly Place[]): string[] {
  const locator = createRegionLocator(boundaries, { type: 'MultiPolygon', coordinates: [] });
  return boundaries.features.flatMap(({ id }) => {
    const own = places.filter(({ regionId }) => regionId === id);
    const inside = own.filter(
      ({ lon, lat }) => locator.regionIds[locator.regionIndexAt(lon, lat)] === id,
    );
    if (inside.length * 2 >= own.length) return [];
    return [
      `${id}: ${inside.length} of its ${own.length} settlements lie in its outline, expected at least half; check the id of the outline`,
    ];
  });
}
