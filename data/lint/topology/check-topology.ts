import * as z from 'zod';
import type { Issue } from '../issue.ts';
import { findCrossings } from './find-crossings.ts';

const Arcs = z.array(z.array(z.array(z.int())));
const RegionTopology = z.object({
  arcs: z.array(z.array(z.tuple([z.int(), z.int()]))),
  objects: z.object({
    regions: z.object({
      geometries: z.array(
        z.discriminatedUnion('type', [
          z.object({ type: z.literal('Polygon'), id: z.string(), arcs: z.array(z.array(z.int())) }),
          z.object({ type: z.literal('MultiPolygon'), id: z.string(), arcs: Arcs }),
        ]),
      ),
    }),
  }),
});

/**
 * Checks a simplified map (quantized TopoJSON, object `regions`): every region survived, every stretch of border
 * belongs to one region or is shared by exactly two, and no two stretches cross. Then there are neither gaps nor
 * overlaps between regions. A stretch that touches itself within one grid step bounds no area and is left alone.
 */
export function checkTopology(file: string, text: string, regionIds: readonly string[]): Issue[] {
  const { arcs, objects } = RegionTopology.parse(JSON.parse(text));
  const { geometries } = objects.regions;
  const present = geometries.map(({ id }) => id);
  const uses = new Map<number, number>();
  for (const geometry of geometries) {
    const rings = geometry.type === 'Polygon' ? geometry.arcs : geometry.arcs.flat();
    // A negative index is the same arc the other way round (TopoJSON 2.1.4).
    for (const arc of rings.flat()) {
      const index = arc < 0 ? ~arc : arc;
      uses.set(index, (uses.get(index) ?? 0) + 1);
    }
  }
  const crossings = findCrossings(arcs.map(absolute)).filter(({ arcs: [a, b] }) => a !== b);
  const issues = [
    ...regionIds.filter((id) => !present.includes(id)).map((id) => `${id} was lost`),
    ...present
      .filter((id, index) => present.indexOf(id) !== index || !regionIds.includes(id))
      .map((id) => `${id} stands there and should not`),
    ...[...uses].filter(([, count]) => count > 2).map(([arc]) => `arc ${arc} bounds three regions`),
    ...crossings.map(({ near }) => `two borders cross at ${near.join(', ')} of the grid`),
  ];
  return issues.map((message) => ({
    level: 'error',
    file,
    path: '',
    message,
    tip: 'change how data/boundaries simplifies, then build again',
    rule: 'geometry-valid',
  }));
}

/** Positions out of the differences that a quantized topology stores. */
function absolute(arc: readonly (readonly [number, number])[]): [number, number][] {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x, y];
  });
}
