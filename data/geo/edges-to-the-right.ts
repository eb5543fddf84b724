import type { RegionEdges } from './region-edges.ts';

/** What the edges right of a cell do to points of the cell, for one region. */
export interface RightSide {
  /** Whether a point below no threshold meets an odd number of edges. */
  parity: boolean;
  /** Latitudes inside the row below which the number changes by one. */
  thresholds: ReadonlySet<number>;
}

/**
 * Collects edges wholly to the right of the cells still to come in one row. A ray at latitude y meets an edge when
 * exactly one of its ends is above y, so edge by edge only the ends count, and two ends at the same latitude, as of
 * two edges that follow each other, cancel out. What stays are the few places where a border enters or leaves the
 * part of the row to the right.
 */
export class EdgesToTheRight {
  readonly #edges: RegionEdges;
  readonly #south: number;
  readonly #north: number;
  readonly #sides = new Map<number, { parity: boolean; thresholds: Set<number> }>();

  constructor(edges: RegionEdges, south: number, north: number) {
    this.#edges = edges;
    this.#south = south;
    this.#north = north;
  }

  /** Counts an edge that lies to the right of every cell still to come. */
  add(edge: number): void {
    const { lats, starts, regions } = this.#edges;
    const region = regions[edge] ?? 0;
    const start = starts[edge] ?? 0;
    const side = this.#sides.get(region) ?? { parity: false, thresholds: new Set() };
    this.#sides.set(region, side);
    for (const lat of [lats[start] ?? 0, lats[start + 1] ?? 0]) {
      if (lat > this.#north) side.parity = !side.parity;
      else if (lat >= this.#south && !side.thresholds.delete(lat)) side.thresholds.add(lat);
    }
  }

  /** Regions that have edges to the right. */
  get regions(): number[] {
    return [...this.#sides.keys()];
  }

  /** What the edges of one region do; nothing where it has none. */
  of(region: number): RightSide {
    return this.#sides.get(region) ?? { parity: false, thresholds: new Set() };
  }
}
