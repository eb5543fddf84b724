import { beforeAll, describe, expect, it } from 'vitest';
import type { PageRegion } from '../../../../client/components/context/page-data.ts';
import {
  DIRECTIONS,
  type Direction,
  neighbourInDirection,
} from '../../../../client/islands/map/map-keyboard.ts';
import { realPageData } from '../../components/context/real-page-data.ts';

let regions: PageRegion[];
beforeAll(async () => {
  regions = (await realPageData('en')).regions;
});

const region = (id: string): PageRegion => {
  const found = regions.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no region ${id}`);
  return found;
};

/** Whether one label point is on that side of another; east and west the shorter way around the earth. */
function liesTo(direction: Direction, from: PageRegion, to: PageRegion): boolean {
  const [fromLon, fromLat] = from.labelPoint;
  const [toLon, toLat] = to.labelPoint;
  const eastward = ((toLon - fromLon + 540) % 360) - 180;
  return {
    north: toLat > fromLat,
    south: toLat < fromLat,
    east: eastward > 0,
    west: eastward < 0,
  }[direction];
}

describe('an arrow key on the map', () => {
  it.each([
    ['RU-TA', 'north', 'RU-ME'],
    ['RU-TA', 'south', 'RU-SAM'],
    ['RU-TA', 'west', 'RU-CU'],
    ['RU-KDA', 'north', 'RU-ROS'],
    ['RU-KDA', 'east', 'RU-STA'],
    ['RU-SA', 'south', 'RU-AMU'],
    ['RU-SA', 'west', 'RU-KYA'],
    ['RU-MOS', 'south', 'RU-TUL'],
    ['RU-MOS', 'east', 'RU-VLA'],
  ] as const)('leads from %s to the %s to its neighbour %s', (from, direction, to) => {
    expect(region(from).neighbours).toContain(to);
    expect(neighbourInDirection(regions, region(from), direction)?.id).toBe(to);
  });

  it('never leads the other way', () => {
    const astray = regions.flatMap((from) =>
      DIRECTIONS.filter((direction) => {
        const to = neighbourInDirection(regions, from, direction);
        return to !== undefined && !liesTo(direction, from, to);
      }).map((direction) => `${direction} of ${from.id}`),
    );
    expect(astray).toEqual([]);
  });

  it('crosses the antimeridian: Chukotka has the mainland to its west and nothing to its east', () => {
    expect(neighbourInDirection(regions, region('RU-CHU'), 'west')?.id).toBe('RU-MAG');
    expect(neighbourInDirection(regions, region('RU-CHU'), 'east')).toBeUndefined();
  });

  it('reaches islands and leaves them: Kaliningrad and Sakhalin border no region', () => {
    expect(neighbourInDirection(regions, region('RU-KGD'), 'east')?.id).toBe('RU-PSK');
    expect(neighbourInDirection(regions, region('RU-SAK'), 'west')?.id).toBe('RU-KHA');
  });

  it('reaches every region from Moscow', () => {
    const reached = new Set(['RU-MOW']);
    const queue = [region('RU-MOW')];
    for (let from = queue.pop(); from !== undefined; from = queue.pop()) {
      for (const direction of DIRECTIONS) {
        const to = neighbourInDirection(regions, from, direction);
        if (to !== undefined && !reached.has(to.id)) {
          reached.add(to.id);
          queue.push(to);
        }
      }
    }
    expect(regions.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
  });
});
