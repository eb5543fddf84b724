import { beforeAll, describe, expect, it } from 'vitest';
import {
  DIRECTIONS,
  type Direction,
  neighbourInDirection,
} from '../../../client/state/neighbour-in-direction.ts';
import type { PageRegion } from '../../../client/state/page-data.ts';
import { realPageData } from './real-page-data.ts';

let regions: PageRegion[];
beforeAll(async () => {
  regions = (await realPageData('en')).regions;
});

const region = (id: string): PageRegion => {
  const found = regions.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no region ${id}`);
  return found;
};

describe('an arrow key on the map', () => {
  it.each([
    ['RU-TA', 'south', 'RU-ORE'],
    ['RU-SA', 'west', 'RU-KYA'],
    ['RU-MOS', 'north', 'RU-TVE'],
  ] as const)('leads from %s to the %s to a neighbour that lies there', (from, direction, to) => {
    const reached = neighbourInDirection(regions, region(from), direction);
    expect(region(from).neighbours).toContain(to);
    expect(region(from).neighbours).toContain(reached?.id);
  });

  it('crosses the antimeridian: Chukotka has the mainland to its west', () => {
    const reached = neighbourInDirection(regions, region('RU-CHU'), 'west');
    expect(region('RU-CHU').neighbours).toContain(reached?.id);
  });

  it('reaches islands and leaves them: Kaliningrad and Sakhalin border no region', () => {
    expect(neighbourInDirection(regions, region('RU-KGD'), 'east')).toBeDefined();
    expect(neighbourInDirection(regions, region('RU-SAK'), 'west')).toBeDefined();
  });

  it('reaches every region from Moscow', () => {
    const reached = new Set(['RU-MOW']);
    const queue = [region('RU-MOW')];
    for (let from = queue.pop(); from !== undefined; from = queue.pop()) {
      for (const direction of DIRECTIONS as readonly Direction[]) {
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
