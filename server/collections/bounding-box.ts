/** One box in degrees, `west <= east`: a box across the antimeridian is two of them. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/**
 * Reads the parameter `bbox` (OGC API Features 7.15.3): four numbers, or six with heights that are not
 * looked at. West greater than east crosses the antimeridian.
 *
 * @returns one or two boxes, or a sentence saying what is wrong
 */
export function readBbox(text: string): readonly Box[] | string {
  const parts = text.split(',').map((part) => part.trim());
  if (!parts.every((part) => /^[+-]?\d{1,6}(\.\d{1,20})?([eE][+-]?\d{1,2})?$/.test(part))) {
    return 'expected decimal numbers west,south,east,north';
  }
  return boxesBetween(parts.map(Number));
}

/** The same for numbers, as CQL2 has them. */
export function boxesBetween(numbers: readonly number[]): readonly Box[] | string {
  if (numbers.length !== 4 && numbers.length !== 6) {
    return `expected 4 or 6 numbers west,south,east,north, not ${numbers.length}`;
  }
  const [west = 0, south = 0, east = 0, north = 0] =
    numbers.length === 4 ? numbers : [numbers[0], numbers[1], numbers[3], numbers[4]];
  if ([west, east].some((lon) => lon < -180 || lon > 180))
    return 'expected longitudes from -180 to 180';
  if ([south, north].some((lat) => lat < -90 || lat > 90))
    return 'expected latitudes from -90 to 90';
  if (south > north) return 'expected the southern latitude before the northern one';
  if (west <= east) return [{ west, south, east, north }];
  return [
    { west, south, east: 180, north },
    { west: -180, south, east, north },
  ];
}
