import type { DegreeGrid } from './degree-grid.ts';

/** Value of a cell that lies in no region. A cell wholly inside a region holds the region's index. */
export const NO_REGION = -1;
/** From this value on a cell is crossed by borders and the value less this is its number among such cells. */
export const FIRST_CROSSED = 65_536;

/**
 * What is needed to say for any point which region it lies in, by counting how many edges of a region a ray to the
 * right of the point meets: an odd number is inside. Edges inside or beside the point's cell are looked at one by one.
 * Of all edges further right only the latitudes matter where their number changes, the `thresholds`.
 */
export interface CellIndex {
  grid: DegreeGrid;
  /** For each cell, row by row from the south-west: `NO_REGION`, a region, or `FIRST_CROSSED` + number. */
  cells: Int32Array;
  /** For each crossed cell its first candidate; one more entry closes the last. Candidates stand in order of region. */
  candidateStarts: Int32Array;
  /** For each candidate its region. */
  candidateRegions: Uint16Array;
  /** For each candidate 1 where the edges to the right of the cell are odd in number below all its thresholds. */
  candidateParities: Uint8Array;
  /** For each candidate its first threshold; one more entry closes the last. */
  thresholdStarts: Int32Array;
  /** Latitudes: a point below one of them changes between inside and outside. */
  thresholds: Float64Array;
  /** For each candidate its first edge; one more entry closes the last. */
  edgeStarts: Int32Array;
  /** Indexes into the positions of the regions' edges. */
  edges: Int32Array;
}
