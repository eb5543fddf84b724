import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../../../../data/core/schema/region.ts';
import { findProjectRoot } from '../../../../../data/tools/authored/data-files.ts';
import {
  checkTowns,
  createTownSpelling,
  OfficialTowns,
} from '../../../../../data/tools/import/places/official-towns.ts';
import { readOfficialTowns } from '../../../../../data/tools/import/places/read-region-places.ts';
import { readRealPlaces, readRealRegions } from '../../../../fixtures/real-territory.ts';

const official = await readOfficialTowns(join(findProjectRoot(import.meta.dirname), 'data'));

function town(ru: string, regionId: string, population = 1000): Place {
  return {
    id: population,
    name: { ru, en: ru },
    regionId,
    lon: 37,
    lat: 55,
    population,
    alternates: [],
  };
}

const few = OfficialTowns.parse({
  asOf: '2024-01-01',
  sources: ['https://example.org/towns'],
  towns: { 'RU-MOS': ['Королёв', 'Химки'], 'RU-TUL': ['Советск'] },
});

describe('the official list of towns', () => {
  it('has towns in each of the 83 regions, none twice in one', async () => {
    const regions = await readRealRegions();
    expect(Object.keys(official.towns)).toEqual(regions.map(({ id }) => id).toSorted());
    for (const names of Object.values(official.towns))
      expect(new Set(names).size).toBe(names.length);
  });

  it('is among the settlements whole', async () => {
    expect(checkTowns(official, await readRealPlaces()).map(({ message }) => message)).toEqual([]);
  });
});

describe('a town that is missing', () => {
  it('is named with its region, also where another region has one of that name', () => {
    const places = [town('Королёв', 'RU-MOS'), town('Химки', 'RU-MOS'), town('Советск', 'RU-KIR')];
    expect(checkTowns(few, places)).toMatchObject([
      {
        level: 'error',
        rule: 'towns-complete',
        message: expect.stringContaining('Советск of RU-TUL'),
      },
    ]);
  });
});

describe('the official spelling', () => {
  it('decides on ё and says nothing of other settlements', () => {
    const spellingOf = createTownSpelling(few);
    expect(spellingOf('RU-MOS', 'Королев')).toBe('Королёв');
    expect(spellingOf('RU-MOS', 'Химкинское')).toBeUndefined();
    expect(spellingOf('RU-TUL', 'Химки')).toBeUndefined();
  });
});
