import { type CellIndex, FIRST_CROSSED, NO_REGION } from './cell-index.ts';
import { CellWriter } from './cell-writer.ts';
import { columnOf, createDegreeGrid, type DegreeGrid, rowOf } from './degree-grid.ts';
import { EdgesToTheRight } from './edges-to-the-right.ts';
import type { RegionEdges } from './region-edges.ts';

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
