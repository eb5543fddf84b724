/** Rows and columns of square cells over all longitudes and a band of latitudes. */
export interface DegreeGrid {
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
export function createDegreeGrid(step: number, south: number, north: number): DegreeGrid {
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

/** A rectangle in degrees that does not cross the antimeridian. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}
