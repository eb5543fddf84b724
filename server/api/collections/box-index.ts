import Flatbush from 'flatbush';
import type { Box } from '../../../data/core/geo/degree-grid.ts';
import { type FlatPart, touchesBox } from '../../../data/core/geo/flat-part.ts';

/** Finds what touches boxes. */
export interface BoxIndex {
  /** Positions of the geometries that have a point in common with any of the boxes, borders included. */
  touching(boxes: readonly Box[]): ReadonlySet<number>;
}

/** Indexes the boxes of all parts of geometries, so that a question looks only at what is near. */
export function createBoxIndex(geometries: readonly (readonly FlatPart[])[]): BoxIndex {
  const parts = geometries.flatMap((own, position) => own.map((part) => ({ part, position })));
  if (parts.length === 0) return { touching: () => new Set() };
  const index = new Flatbush(parts.length);
  for (const { part } of parts) {
    const { west, south, east, north } = part.box;
    index.add(west, south, east, north);
  }
  index.finish();
  return {
    touching(boxes) {
      const found = new Set<number>();
      for (const box of boxes) {
        for (const at of index.search(box.west, box.south, box.east, box.north)) {
          const near = parts[at];
          if (near === undefined || found.has(near.position)) continue;
          if (touchesBox(near.part, box)) found.add(near.position);
        }
      }
      return found;
    },
  };
}
