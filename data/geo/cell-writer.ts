import type { Box } from './box.ts';
import { type CellIndex, FIRST_CROSSED, NO_REGION } from './cell-index.ts';
import { edgeTouchesBox } from './edge-touches-box.ts';
import type { EdgesToTheRight } from './edges-to-the-right.ts';
import type { RegionEdges } from './region-edges.ts';

/** Writes the flat lists of a `CellIndex`, cell by cell. */
export class CellWriter {
  readonly #edges: RegionEdges;
  readonly #candidateStarts = [0];
  readonly #candidateRegions: number[] = [];
  readonly #candidateParities: number[] = [];
  readonly #thresholdStarts = [0];
  readonly #thresholds: number[] = [];
  readonly #edgeStarts = [0];
  readonly #edgeList: number[] = [];

  constructor(edges: RegionEdges) {
    this.#edges = edges;
  }

  /**
   * Takes up one cell.
   * @param local edges whose bounding box meets the cell
   * @returns the value of the cell in `CellIndex.cells`
   */
  write(cell: Box, local: readonly number[], right: EdgesToTheRight): number {
    const { regions, starts, lons, lats } = this.#edges;
    const localByRegion = new Map<number, number[]>();
    const touching = new Set<number>();
    for (const edge of local) {
      const region = regions[edge] ?? 0;
      const start = starts[edge] ?? 0;
      const inRegion = localByRegion.get(region) ?? [];
      inRegion.push(start);
      localByRegion.set(region, inRegion);
      if (touching.has(region)) continue;
      const [aLon = 0, bLon = 0] = [lons[start], lons[start + 1]];
      const [aLat = 0, bLat = 0] = [lats[start], lats[start + 1]];
      if (edgeTouchesBox(aLon, aLat, bLon, bLat, cell)) touching.add(region);
    }
    const covering: number[] = [];
    for (const region of new Set([...right.regions, ...localByRegion.keys()])) {
      if (touching.has(region)) continue;
      const isInside = this.#containsCentre(cell, region, localByRegion.get(region) ?? [], right);
      if (isInside) covering.push(region);
    }
    if (touching.size === 0) return covering.length === 0 ? NO_REGION : Math.min(...covering);
    for (const region of [...touching, ...covering].toSorted((a, b) => a - b)) {
      if (touching.has(region)) {
        this.#addCandidate(region, localByRegion.get(region) ?? [], right);
      } else {
        this.#addCovering(region);
      }
    }
    this.#candidateStarts.push(this.#candidateRegions.length);
    return FIRST_CROSSED + this.#candidateStarts.length - 2;
  }

  /** The lists written so far. */
  finish(): Omit<CellIndex, 'grid' | 'cells'> {
    return {
      candidateStarts: Int32Array.from(this.#candidateStarts),
      candidateRegions: Uint16Array.from(this.#candidateRegions),
      candidateParities: Uint8Array.from(this.#candidateParities),
      thresholdStarts: Int32Array.from(this.#thresholdStarts),
      thresholds: Float64Array.from(this.#thresholds),
      edgeStarts: Int32Array.from(this.#edgeStarts),
      edges: Int32Array.from(this.#edgeList),
    };
  }

  #addCandidate(region: number, starts: readonly number[], right: EdgesToTheRight): void {
    const { parity, thresholds } = right.of(region);
    this.#candidateRegions.push(region);
    this.#candidateParities.push(parity ? 1 : 0);
    for (const threshold of thresholds) this.#thresholds.push(threshold);
    for (const start of starts) this.#edgeList.push(start);
    this.#thresholdStarts.push(this.#thresholds.length);
    this.#edgeStarts.push(this.#edgeList.length);
  }

  #addCovering(region: number): void {
    this.#candidateRegions.push(region);
    this.#candidateParities.push(1);
    this.#thresholdStarts.push(this.#thresholds.length);
    this.#edgeStarts.push(this.#edgeList.length);
  }

  /** For a region without an edge in the cell its centre speaks for all of it, and is far enough from any edge. */
  #containsCentre(
    { west, south, east, north }: Box,
    region: number,
    edgeStarts: readonly number[],
    right: EdgesToTheRight,
  ): boolean {
    const { lons, lats } = this.#edges;
    const [lon, lat] = [(west + east) / 2, (south + north) / 2];
    const { parity, thresholds } = right.of(region);
    let inside = parity;
    for (const threshold of thresholds) if (threshold > lat) inside = !inside;
    for (const start of edgeStarts) {
      const [aLon = 0, bLon = 0] = [lons[start], lons[start + 1]];
      const [aLat = 0, bLat = 0] = [lats[start], lats[start + 1]];
      if (aLat > lat === bLat > lat) continue;
      const crossing = aLon + ((bLon - aLon) * (lat - aLat)) / (bLat - aLat);
      if (crossing > lon) inside = !inside;
    }
    return inside;
  }
}
