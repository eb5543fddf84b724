import { feature } from 'topojson-client';
import type { Objects, Topology } from 'topojson-specification';
import * as z from 'zod';
import { RegionId } from '../schema/ids.ts';
import type { RegionBoundaries } from '../schema/region-boundaries.ts';
import { regionBoundaries, regionBoundary } from './region-boundaries.ts';

/** Any topology; nothing is said of the properties of its features. */
export type AnyTopology = Topology<Objects<Record<string, unknown>>>;

const AnyTopology = z.custom<AnyTopology>(
  (value) =>
    z.object({ type: z.literal('Topology'), objects: z.looseObject({}) }).safeParse(value).success,
  { error: 'expected a TopoJSON topology' },
);

/** Reads a TopoJSON text written by mapshaper or an npm package. @throws ZodError when it is something else. */
export function readTopology(text: string): AnyTopology {
  return AnyTopology.parse(JSON.parse(text));
}

/** Reads a topology that is already parsed. @throws ZodError when it is something else. */
export function asTopology(value: unknown): AnyTopology {
  return AnyTopology.parse(value);
}

/** The outlines in the object `regions` of a topology, in its own frame of longitudes. */
export function regionsOfTopology(topology: AnyTopology): RegionBoundaries {
  const regions = topology.objects.regions;
  if (regions === undefined) throw new Error('the topology has no object named regions');
  const collection = feature(topology, regions);
  const features = collection.type === 'FeatureCollection' ? collection.features : [collection];
  return regionBoundaries(
    features.map(({ id, geometry }) => {
      const regionId = RegionId.parse(id);
      if (geometry.type === 'Polygon') return regionBoundary(regionId, [geometry.coordinates]);
      if (geometry.type === 'MultiPolygon') return regionBoundary(regionId, geometry.coordinates);
      throw new Error(`${regionId} is a ${geometry.type}, expected a Polygon or MultiPolygon`);
    }),
  );
}
