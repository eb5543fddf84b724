import type { RegionBoundaries } from '../../schema/region-boundaries.ts';
import type { Issue } from '../issue.ts';
import { findCrossings } from './find-crossings.ts';

/** Outlines have at most 5 decimals, so this makes whole numbers of them. */
const STEPS_PER_DEGREE = 100_000;

/**
 * Checks the outlines that points are looked up in: every ring is closed and no ring crosses itself or another,
 * so that regions do not overlap.
 */
export function checkOutlines(file: string, outlines: RegionBoundaries): Issue[] {
  const rings = outlines.features.flatMap(({ id, geometry }) =>
    geometry.coordinates.flat().map((ring) => ({ id, ring })),
  );
  const open = rings.filter(({ ring }) => {
    const [first, last] = [ring[0], ring.at(-1)];
    return first === undefined || first[0] !== last?.[0] || first[1] !== last?.[1];
  });
  const crossings = findCrossings(
    rings.map(({ ring }) =>
      ring.map(([lon = 0, lat = 0]) => [
        Math.round(lon * STEPS_PER_DEGREE),
        Math.round(lat * STEPS_PER_DEGREE),
      ]),
    ),
  );
  return [
    ...open.map(({ id }) => issue(file, id, 'has a ring that is not closed')),
    ...crossings.map(({ arcs, near: [x, y] }) => {
      const [a, b] = arcs.map((index) => rings[index]?.id ?? 'unknown');
      const where = `${x / STEPS_PER_DEGREE}, ${y / STEPS_PER_DEGREE}`;
      return issue(file, `${a}`, `crosses ${a === b ? 'itself' : b} near ${where}`);
    }),
  ];
}

function issue(file: string, id: string, what: string): Issue {
  return {
    level: 'error',
    file,
    path: id,
    message: `the outline of ${id} ${what}`,
    tip: 'mend the boundary file that was imported; the one in the package has no such place',
    rule: 'geometry-valid',
  };
}
