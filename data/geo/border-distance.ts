import type { RegionId } from '../schema/ids.ts';

/** Up to this far from another region an answer is `border`: 40 of 46 misplaced settlements lie nearer than this. */
const BORDER_KM = 5;
/** The same between a city and the oblast around it, whose outlines are the crudest: 13 to 15 % of points are wrong. */
const CITY_BORDER_KM = 15;
const CITY_PAIRS: readonly (readonly [RegionId, RegionId])[] = [
  ['RU-MOW', 'RU-MOS'],
  ['RU-SPE', 'RU-LEN'],
];

/** Up to this far from the nearest region a point outside all of them is `snapped`: the farthest true case is 4.2 km. */
export const SNAP_KM = 10;

/** How near the second region must be for a point in the first to be a `border` point, in kilometres. */
export function borderDistanceKm(first: RegionId, second: RegionId): number {
  const isCityPair = CITY_PAIRS.some(
    (pair) => pair.includes(first) && pair.includes(second) && first !== second,
  );
  return isCityPair ? CITY_BORDER_KM : BORDER_KM;
}

/** The farthest that another region can be from a point in `home` and still make it a `border` point, in kilometres. */
export function widestBorderKm(home: RegionId): number {
  return CITY_PAIRS.some((pair) => pair.includes(home)) ? CITY_BORDER_KM : BORDER_KM;
}
