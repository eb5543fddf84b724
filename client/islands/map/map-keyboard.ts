import type { PageData, PageRegion } from '../../components/context/page-data.ts';
import type { MapStore } from './map-state.ts';

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

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'north',
  ArrowRight: 'east',
  ArrowDown: 'south',
  ArrowLeft: 'west',
};

/** Where the keyboard starts when nothing is chosen: the capital, which everyone can place. */
const START = 'RU-MOW';

/** What the keys of the map do. */
interface MapKeys {
  data: PageData;
  store: MapStore;
  /** The keyboard now stands on this region. */
  onFocus(region: PageRegion): void;
  /** Enter or space on a region. */
  onOpen(region: PageRegion): void;
  /** Escape. */
  onLeave(): void;
  zoomBy(steps: number): void;
  showCountry(): void;
}

/** Arrow keys go to the neighbour in that direction, Enter opens, Escape returns, plus, minus and 0 zoom. */
export function connectMapKeyboard(canvas: HTMLElement, keys: MapKeys): void {
  const { data, store } = keys;
  const byId = new Map(data.regions.map((region) => [region.id, region]));
  const current = (): PageRegion | undefined => {
    const { focusId, regionId } = store.get();
    return byId.get(focusId ?? regionId ?? '');
  };
  const moveTo = (region: PageRegion | undefined): void => {
    if (region === undefined) return;
    store.update({ focusId: region.id });
    keys.onFocus(region);
  };
  canvas.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = ARROWS[event.key];
    const region = current();
    if (direction !== undefined) {
      moveTo(
        region === undefined
          ? byId.get(START)
          : neighbourInDirection(data.regions, region, direction),
      );
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (region !== undefined) keys.onOpen(region);
    } else if (event.key === 'Escape') keys.onLeave();
    else if (event.key === '+' || event.key === '=') keys.zoomBy(1);
    else if (event.key === '-') keys.zoomBy(-1);
    else if (event.key === '0') keys.showCountry();
    else return;
    event.preventDefault();
  });
  canvas.addEventListener('blur', () => store.update({ focusId: undefined }));
}
