import type { PageRegion } from './page-data.ts';

export const DIRECTIONS = ['north', 'east', 'south', 'west'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Azimuth of each direction in degrees, clockwise from north. */
const AZIMUTH: Readonly<Record<Direction, number>> = { north: 0, east: 90, south: 180, west: 270 };
/** A neighbour is in a direction when it is nearer to it than to the opposite and not almost square to it. */
const WIDEST = 70;
/** Over water any region ahead will do, in a narrower sector, so that islands are reached and left. */
const WIDEST_OVER_WATER = 60;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

interface Bearing {
  azimuth: number;
  /** Angle at the centre of the earth, in radians. */
  distance: number;
}

/** Direction and distance of one label point from another, on the flat as a reader sees it: 10 degrees of longitude shrink northward. */
function bearingTo(from: PageRegion, to: PageRegion): Bearing {
  const [fromLon, fromLat] = from.labelPoint;
  const [toLon, toLat] = to.labelPoint;
  const around = ((toLon - fromLon + 540) % 360) - 180;
  const x = radians(around) * Math.cos(radians((fromLat + toLat) / 2));
  const y = radians(toLat - fromLat);
  return { azimuth: (Math.atan2(x, y) * 180) / Math.PI, distance: Math.hypot(x, y) };
}

function turn(azimuth: number, direction: Direction): number {
  return Math.abs(((azimuth - AZIMUTH[direction] + 540) % 360) - 180);
}

/**
 * The region that an arrow key leads to: among the neighbours by shared border the one that is near and straight ahead
 * (distance over the cosine of the turn: with the turn alone Udmurtia could not be reached from anywhere); where none
 * is, the nearest region ahead over water. `undefined` at the end of the map.
 */
export function neighbourInDirection(
  regions: readonly PageRegion[],
  from: PageRegion,
  direction: Direction,
): PageRegion | undefined {
  const ahead = regions
    .filter((region) => region.id !== from.id)
    .map((region) => {
      const { azimuth, distance } = bearingTo(from, region);
      const turned = turn(azimuth, direction);
      return { region, turned, detour: distance / Math.cos(radians(turned)) };
    })
    .filter(({ turned }) => turned <= WIDEST)
    .sort((a, b) => a.detour - b.detour);
  const neighbour = ahead.find(({ region }) => from.neighbours.includes(region.id));
  const overWater = ahead.find(({ turned }) => turned <= WIDEST_OVER_WATER);
  return (neighbour ?? overWater)?.region;
}
