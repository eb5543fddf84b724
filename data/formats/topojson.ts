import { topology } from 'topojson-server';
import type { Topology } from 'topojson-specification';
import type { Collection } from '../features/collection.ts';

/**
 * Step of the grid in degrees, about a metre. Boundaries are written with five decimals, so no corner moves: on a coarser
 * grid narrow spits and straits cross themselves.
 */
const GRID = 1e-5;

/** TopoJSON: shared borders are stored once; one object named after the collection. Points stay off the grid. */
export function writeTopoJson({ id, geometryType, features }: Collection): Uint8Array {
  const collection = { type: 'FeatureCollection' as const, features: [...features] };
  const exact = topology({ [id]: collection });
  const written = geometryType === 'Point' ? exact : putOnGrid(exact);
  return Buffer.from(`${JSON.stringify(written)}\n`);
}

/** Writes the corners of arcs as whole steps from the one before (TopoJSON 2.1.2 and 2.1.3). */
function putOnGrid({ arcs, ...rest }: Topology): Topology {
  const [west = 0, south = 0] = rest.bbox ?? [];
  return {
    ...rest,
    transform: { scale: [GRID, GRID], translate: [west, south] },
    arcs: arcs.map((arc) => {
      let [column, row] = [0, 0];
      return arc.map(([lon = 0, lat = 0]) => {
        const [lastColumn, lastRow] = [column, row];
        column = Math.round((lon - west) / GRID);
        row = Math.round((lat - south) / GRID);
        return [column - lastColumn, row - lastRow];
      });
    }),
  };
}
