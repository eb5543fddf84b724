import { merge } from 'topojson-client';
import type { RegionId } from '../../core/schema/ids.ts';
import type { RegionBoundaries } from '../../core/schema/region.ts';
import { createEqualArea, mapPositions, type Ring, signedRingArea } from './region-shapes.ts';
import { type AnyTopology, readTopology, regionsOfTopology, runMapshaper } from './topology.ts';

/** The country drawn in an equal-area projection, ready to stand in an `<svg>`. */
export interface SvgMap {
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
export async function drawSvgMap(
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
