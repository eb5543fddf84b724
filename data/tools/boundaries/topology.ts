import mapshaper from 'mapshaper';
import { feature, neighbors } from 'topojson-client';
import { topology as topologyOf } from 'topojson-server';
import type { Objects, Topology } from 'topojson-specification';
import * as z from 'zod';
import { RegionId } from '../../core/schema/ids.ts';
import type { RegionBoundaries } from '../../core/schema/region.ts';
import { checkTopology } from './check-topology.ts';
import { regionBoundaries, regionBoundary } from './region-shapes.ts';

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

/**
 * Runs mapshaper over in-memory files.
 * @returns the named output as text.
 * @throws when mapshaper wrote no such file.
 */
export async function runMapshaper(
  commands: readonly string[],
  files: Record<string, string>,
): Promise<(name: string) => string> {
  const written = await mapshaper.applyCommands(commands.join(' '), files);
  return (name) => {
    const bytes = written[name];
    if (bytes === undefined) throw new Error(`mapshaper wrote no ${name}`);
    return typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes);
  };
}

/** Steps along each side of the extent. 100,000 over 172 degrees is 190 m, under 0.7 px at zoom 8. */
const DETAIL_STEPS = 100_000;
/**
 * Share of vertices kept for the first picture and its steps: about 1 px at zoom 3.8, where the map fetches the detail.
 * With the backdrop it stays under the 30 KB that a first picture may cost.
 */
const OVERVIEW = { share: 7, steps: 12_000 };
/** Gentler ways for outlines whose borders would cross in that grid, each tried where the one before failed. */
const GENTLER = [
  { detailSteps: DETAIL_STEPS, overview: OVERVIEW },
  { detailSteps: 400_000, overview: { share: 10, steps: 50_000 } },
  { detailSteps: 1_600_000, overview: { share: 20, steps: 200_000 } },
  { detailSteps: 6_400_000, overview: { share: 40, steps: 1_600_000 } },
  { detailSteps: 25_600_000, overview: { share: 100, steps: 25_600_000 } },
];

/**
 * The two TopoJSON files of the map, object `regions`, feature ids the region ids. Parts cut at the antimeridian are
 * joined, and borders are simplified once for both neighbours, so that no gap or overlap can arise. Where borders would
 * cross in the grid of a file, it is made again with a finer grid and more vertices.
 * @param displayFrame boundaries with longitudes from 0 to 360
 * @param tell hears that a gentler way was taken, and which
 */
export async function buildRegionTopologies(
  displayFrame: RegionBoundaries,
  tell: (message: string) => void = () => undefined,
): Promise<{ overview: string; detail: string }> {
  const ids = displayFrame.features.map(({ id }) => id);
  const regions = JSON.stringify(displayFrame);
  let files = { overview: '', detail: '' };
  for (const [index, { detailSteps, overview }] of GENTLER.entries()) {
    const written = await runMapshaper(
      [
        '-i regions.json',
        '-dissolve id',
        `-o detail.json format=topojson id-field=id quantization=${detailSteps}`,
        `-simplify weighted keep-shapes ${overview.share}%`,
        `-o overview.json format=topojson id-field=id quantization=${overview.steps}`,
      ],
      { 'regions.json': regions },
    );
    files = { overview: written('overview.json'), detail: written('detail.json') };
    const crossings = Object.entries(files).flatMap(([name, text]) =>
      checkTopology(name, text, ids),
    );
    if (crossings.length === 0) break;
    const next = GENTLER[index + 1];
    if (next === undefined) break;
    tell(
      `${crossings.length} borders cross when simplified to ${overview.share} % of their vertices: trying ${next.overview.share} %`,
    );
  }
  return files;
}

/**
 * Regions that share a stretch of border with each region, in order of id; empty for an island or an exclave.
 * Regions that touch in a single point are not neighbours.
 */
export function findNeighbours(boundaries: RegionBoundaries): Record<RegionId, RegionId[]> {
  const geometries = asTopology(topologyOf({ regions: boundaries })).objects.regions;
  const { features } = boundaries;
  if (geometries?.type !== 'GeometryCollection') throw new Error('expected one topology object');
  const adjacent = neighbors(geometries.geometries);
  return Object.fromEntries(
    features.map((feature, index) => [
      feature.id,
      (adjacent[index] ?? []).flatMap((other) => features[other]?.id ?? []).toSorted(),
    ]),
  );
}
