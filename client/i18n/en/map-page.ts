import type * as ru from '../ru/map-page.ts';

export const mapPage: typeof ru.mapPage = {
  title: 'Map: sharing one plan with eSIMs across Russia’s regions',
  description:
    'An answer for each of 83 regions: whether a family can share one mobile plan with eSIMs, with which operators, and on what sources.',
  searchLabel: 'Region or town',
  searchButton: 'Find',
  searchFound: (query) => `Found for “${query}”`,
  searchNothing: (query) => `Nothing found for “${query}”. Try the name of a region.`,
  regions: 'Regions',
  regionsHint:
    'The answer is for a family of three: two adults and a teenager, each with an eSIM phone.',
  regionsToggle: 'List of regions',
  map: 'Map',
  mapLabel: 'Map of Russia: the answer in each region',
  card: 'Region card',
  closeCard: 'Close the card',
  resizeCard: 'Expand or fold the card',
  legend: 'Legend',
  operatorCount: { one: 'operator', other: 'operators' },
  regionCount: { one: 'region', other: 'regions' },
};
