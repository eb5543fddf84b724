import {
  type Box,
  type CandidateEdges,
  EdgesToTheRight,
  edgeTouchesBox,
  type RegionEdges,
} from './edges.ts';

/** Rows and columns of square cells over all longitudes and a band of latitudes. */
interface DegreeGrid {
  columns: number;
  rows: number;
  /** Side of a cell in degrees. */
  step: number;
  west: number;
  south: number;
}

/** Moves the grid lines off every position with up to 5 decimals, so that no vertex lies on one. */
const OFFSET = 4.9e-6;

/** A grid over `south` to `north` with cells of `step` degrees. */
function createDegreeGrid(step: number, south: number, north: number): DegreeGrid {
  const origin = { west: -180 - OFFSET, south: Math.floor(south / step) * step - OFFSET };
  return {
    ...origin,
    step,
    columns: Math.floor((180 - origin.west) / step) + 1,
    rows: Math.floor((north - origin.south) / step) + 1,
  };
}

/** Column of a longitude from -180 to 180. */
export function columnOf(grid: DegreeGrid, lon: number): number {
  return Math.floor((lon - grid.west) / grid.step);
}

/** Row of a latitude; below 0 or beyond the last row outside the band. */
export function rowOf(grid: DegreeGrid, lat: number): number {
  return Math.floor((lat - grid.south) / grid.step);
}

/** Value of a cell that lies in no region. A cell wholly inside a region holds the region's index. */
export const NO_REGION = -1;
/** From this value on a cell is crossed by borders and the value less this is its number among such cells. */
export const FIRST_CROSSED = 65_536;

/**
 * What is needed to say for any point which region it lies in, by counting how many edges of a region a ray to the
 * right of the point meets: an odd number is inside. Edges inside or beside the point's cell are looked at one by one.
 * Of all edges further right only the latitudes matter where their number changes, the `thresholds`.
 */
export interface CellIndex extends CandidateEdges {
  grid: DegreeGrid;
  /** For each cell, row by row from the south-west: `NO_REGION`, a region, or `FIRST_CROSSED` + number. */
  cells: Int32Array;
  /** For each crossed cell its first candidate; one more entry closes the last. Candidates stand in order of region. */
  candidateStarts: Int32Array;
  /** For each candidate its region. */
  candidateRegions: Uint16Array;
}

/** Writes the flat lists of a `CellIndex`, cell by cell. */
class CellWriter {
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

/** How far outside its cell a point may seem to lie by rounding, in degrees; far above any rounding error. */
const CELL_MARGIN = 1e-9;

/**
 * Builds the index of all cells, row by row and in each row from the east, so that the edges to the right of a cell
 * are those of the cell before and a few more.
 * @param step side of a cell in degrees
 */
export function buildCellIndex(edges: RegionEdges, step: number): CellIndex {
  const [south, north] = latitudeBand(edges);
  const grid = createDegreeGrid(step, south, north);
  const cells = new Int32Array(grid.columns * grid.rows).fill(NO_REGION);
  const writer = new CellWriter(edges);
  for (const [row, rowEdges] of edgesByRow(edges, grid).entries()) {
    fillRow({ edges, grid, cells, writer }, row, rowEdges);
  }
  return { grid, cells, ...writer.finish() };
}

interface Build {
  edges: RegionEdges;
  grid: DegreeGrid;
  cells: Int32Array;
  writer: CellWriter;
}

function fillRow({ edges, grid, cells, writer }: Build, row: number, rowEdges: number[]): void {
  const south = grid.south + row * grid.step;
  const right = new EdgesToTheRight(edges, south - CELL_MARGIN, south + grid.step + CELL_MARGIN);
  const byWest = rowEdges.toSorted((a, b) => westOf(edges, b) - westOf(edges, a));
  const byColumn = edgesByColumn(edges, grid, rowEdges);
  let passed = 0;
  let region = NO_REGION;
  let isRegionKnown = true;
  for (let column = grid.columns - 1; column >= 0; column--) {
    const cell = {
      west: grid.west + column * grid.step,
      south,
      east: grid.west + (column + 1) * grid.step,
      north: south + grid.step,
    };
    for (; passed < byWest.length; passed++) {
      const edge = byWest[passed] ?? 0;
      if (westOf(edges, edge) <= cell.east + CELL_MARGIN) break;
      right.add(edge);
    }
    const local = byColumn.get(column);
    if (local !== undefined || !isRegionKnown) {
      const content = writer.write(cell, local ?? [], right);
      isRegionKnown = content < FIRST_CROSSED;
      region = content;
    }
    // No edge touches this cell or the one to its east, so both lie in the same region.
    cells[row * grid.columns + column] = region;
  }
}

function latitudeBand({ lats }: RegionEdges): [number, number] {
  return [
    lats.reduce((least, lat) => Math.min(least, lat), 90),
    lats.reduce((most, lat) => Math.max(most, lat), -90),
  ];
}

function edgesByRow({ lats, starts }: RegionEdges, grid: DegreeGrid): number[][] {
  const rows: number[][] = Array.from({ length: grid.rows }, () => []);
  for (const [edge, start] of starts.entries()) {
    const [a = 0, b = 0] = [lats[start], lats[start + 1]];
    const last = rowOf(grid, Math.max(a, b) + CELL_MARGIN);
    for (let row = rowOf(grid, Math.min(a, b) - CELL_MARGIN); row <= last; row++) {
      rows[row]?.push(edge);
    }
  }
  return rows;
}

function edgesByColumn(
  edges: RegionEdges,
  grid: DegreeGrid,
  rowEdges: readonly number[],
): Map<number, number[]> {
  const columns = new Map<number, number[]>();
  for (const edge of rowEdges) {
    const last = columnOf(grid, eastOf(edges, edge) + CELL_MARGIN);
    for (let column = columnOf(grid, westOf(edges, edge) - CELL_MARGIN); column <= last; column++) {
      const inColumn = columns.get(column);
      if (inColumn === undefined) columns.set(column, [edge]);
      else inColumn.push(edge);
    }
  }
  return columns;
}

function westOf({ lons, starts }: RegionEdges, edge: number): number {
  const start = starts[edge] ?? 0;
  return Math.min(lons[start] ?? 0, lons[start + 1] ?? 0);
}

function eastOf({ lons, starts }: RegionEdges, edge: number): number {
  const start = starts[edge] ?? 0;
  return Math.max(lons[start] ?? 0, lons[start + 1] ?? 0);
}
