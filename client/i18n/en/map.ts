import { counted } from '../grammar/format.ts';
import type { MapMessages, VerdictNames } from '../ru/map.ts';

export const verdictNames: VerdictNames = {
  yes: 'yes',
  partial: 'possible with conditions',
  unknown: 'unknown',
  no: 'probably not',
};

/** Words that only the map needs. */
export const map: MapMessages = {
  label: 'Map of regions. Arrow keys go to the neighbouring region, Enter opens, Escape returns.',
  noWebgl: 'This browser cannot draw the full map, so here is a simple one. Everything else works.',
  failed: 'The full map did not load, so here is a simple one. List, search and cards work.',
  layerTitle: 'Show on the map',
  sign: 'Terms of its own or lasting limits of internet',
  operator: 'Operator',
  verdict: verdictNames,
  shown: (layer) => `On the map: ${layer}`,
  focused: (name, value) => `${name}: ${value}`,
  opened: (name, verdict) => `${name} opened: ${verdict}`,
  openPage: 'Open the page of the region',
  closed: 'Card closed',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  wholeCountry: 'Whole country',
  globe: 'Globe',
  flat: 'Flat map',
  whereAmI: 'Where am I',
  locating: 'Finding your place. Your position stays in the browser.',
  located: {
    certain: (name) => `You are in ${name}. What counts is the region of your contract.`,
    border: (names) =>
      `You are near a border: it may be ${names}. The outlines are coarse, please choose.`,
    snapped: (name) => `${name} is the nearest: the point is just off its outline.`,
    outside: () =>
      'You are outside the 83 mapped regions. Choose the region of your contract in the list.',
  },
  locateDenied: 'The browser did not allow finding your place. Search for the region instead.',
  locateFailed: 'Your place could not be found. Search for the region instead.',
  search: {
    results: 'Regions and places found',
    count: (count) => counted('en', count, { one: 'match', other: 'matches' }),
    none: 'Nothing found. Type the city instead of its quarter or a small village, or choose a region on the map or in the list.',
    region: 'region',
    federalCity: 'federal city',
    outside: (where) => `outside the map: ${where}`,
  },
  newVersion: 'The data has been updated.',
  reload: 'Show the new data',
  offline: (date) => `No network. This is the data as of ${date}.`,
};
