import { area } from '@turf/turf';
import * as z from 'zod';
import { RegionId } from '../../../core/schema/ids.ts';
import type { RegionBoundaries } from '../../../core/schema/region.ts';
import { checkOutlines } from '../../boundaries/check-topology.ts';
import {
  BoundaryError,
  regionBoundaries,
  regionBoundary,
  roundDegrees,
  windPolygon,
} from '../../boundaries/region-shapes.ts';
import { runMapshaper } from '../../boundaries/topology.ts';

/** How much of a region its repair added or took away. */
export interface AreaChange {
  id: RegionId;
  beforeKm2: number;
  afterKm2: number;
}

const Cleaned = z.object({
  features: z.array(
    z.object({
      properties: z.object({ id: RegionId }),
      geometry: z.discriminatedUnion('type', [
        z.object({
          type: z.literal('Polygon'),
          coordinates: z.array(z.array(z.array(z.number()))),
        }),
        z.object({
          type: z.literal('MultiPolygon'),
          coordinates: z.array(z.array(z.array(z.array(z.number())))),
        }),
      ]),
    }),
  ),
});

/** Gaps between regions and holes in them of this size come from drawing, not from land. */
const SMALLEST_GAP = '20km2';
/** Rounding to 5 decimals can make borders cross again; each further round moves what is left of that. */
const MOST_ROUNDS = 4;

/**
 * Repairs outlines with mapshaper: parts of a region are joined, self-crossings, overlaps, slivers, tiny holes and doubled
 * points are removed, and positions get 5 decimals. Neighbours keep their common borders.
 * @throws BoundaryError when borders still cross after that, or a region is lost.
 */
export async function repairBoundaries(
  polygons: ReadonlyMap<RegionId, number[][][][]>,
): Promise<{ boundaries: RegionBoundaries; changes: AreaChange[] }> {
  let text = JSON.stringify({
    type: 'FeatureCollection',
    features: [...polygons].map(([id, coordinates]) => ({
      type: 'Feature',
      properties: { id },
      geometry: { type: 'MultiPolygon', coordinates },
    })),
  });
  let boundaries = regionBoundaries([]);
  let crossings: string[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const written = await runMapshaper(
      [
        '-i regions.json',
        '-dissolve2 id',
        `-clean gap-fill-area=${SMALLEST_GAP} rewind`,
        '-o cleaned.json format=geojson precision=0.00001',
      ],
      { 'regions.json': text },
    );
    text = written('cleaned.json');
    boundaries = readCleaned(text);
    crossings = checkOutlines('the file', boundaries).map(({ message }) => message);
    if (crossings.length === 0) break;
  }
  const lost = [...polygons.keys()].filter(
    (id) => !boundaries.features.some((each) => each.id === id),
  );
  if (crossings.length + lost.length > 0) {
    throw new BoundaryError([
      ...lost.map((id) => `${id}: nothing of it was left by the repair`),
      ...crossings.slice(0, 20),
    ]);
  }
  const changes = boundaries.features.map(({ id, geometry }) => ({
    id,
    beforeKm2: areaKm2(polygons.get(id) ?? []),
    afterKm2: areaKm2(geometry.coordinates),
  }));
  return { boundaries, changes };
}

function readCleaned(text: string): RegionBoundaries {
  const { features } = Cleaned.parse(JSON.parse(text));
  return regionBoundaries(
    features.map(({ properties, geometry }) => {
      const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      return regionBoundary(
        properties.id,
        parts.map((rings) => windPolygon(rings.map((ring) => ring.map(roundPosition)))),
      );
    }),
  );
}

function roundPosition([lon = 0, lat = 0]: number[]): number[] {
  return [roundDegrees(lon), roundDegrees(lat)];
}

function areaKm2(coordinates: number[][][][]): number {
  return area({ type: 'MultiPolygon', coordinates }) / 1e6;
}
