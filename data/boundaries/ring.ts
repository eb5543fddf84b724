/** A closed ring of `[x, y]` positions, first equal to last. */
export type Ring = number[][];

/** Planar area of a ring in squared units of its positions, positive when it runs counter-clockwise. */
export function signedRingArea(ring: Ring): number {
  let sum = 0;
  let [previousX = 0, previousY = 0] = ring.at(-1) ?? [];
  for (const [x = 0, y = 0] of ring) {
    sum += previousX * y - x * previousY;
    previousX = x;
    previousY = y;
  }
  return sum / 2;
}

/** The polygon with its outer ring counter-clockwise and its holes clockwise (RFC 7946 section 3.1.6). */
export function windPolygon(rings: Ring[]): Ring[] {
  return rings.map((ring, index) => {
    const counterClockwise = signedRingArea(ring) > 0;
    return counterClockwise === (index === 0) ? ring : ring.toReversed();
  });
}
