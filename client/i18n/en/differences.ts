import type { differences as russian } from '../ru/differences.ts';

export const differences: typeof russian = {
  title: 'What differs between regions',
  description:
    'Where shared plans, eSIM, mobile internet and networks are not as elsewhere in Russia, with sources.',
  lead: 'This page has only what sources say of single regions. A region that is not named need not be like the others: nothing was found about it.',
  asOf: (day) => `As of ${day}.`,
  count: (regions) => `Regions with facts of their own: ${regions}.`,
  files: 'As a table:',
  place: 'Region',
  what: 'What is known',
  since: 'As of',
  sources: 'Sources',
  undated: 'undated',
  topic: {
    plans: {
      title: 'Shared plans and their terms',
      common:
        'Mostly only what is said of the whole country is known: the plan exists, and its terms in your region are to be asked.',
    },
    esim: {
      title: 'Where eSIM is issued',
      common: 'Mostly it is known that an operator issues eSIM, not where and how.',
    },
    limits: {
      title: 'Limits of mobile internet',
      common:
        'Of most cuts in recent months no report was found. Places are named down to the region only.',
    },
    presence: {
      title: 'Who sells service',
      common: 'MTS, MegaFon, Beeline and Yota hold numbers in every region on the map.',
    },
    terms: {
      title: 'Home regions and special places',
      common: 'The home region is mostly the federal subject where the contract was signed.',
    },
    networks: {
      title: 'Networks',
      common: 'Different offices count differently: the numbers make no ranking of regions.',
    },
  },
  numbers: 'What was counted',
  measure: 'Measure',
  value: 'Number',
  year: 'Year',
  of: (value, whole) => `${value} of ${whole}`,
  bound: {
    about: (value) => `about ${value}`,
    'at-least': (value) => `at least ${value}`,
    'fewer-than': (value) => `fewer than ${value}`,
    'more-than': (value) => `more than ${value}`,
  },
  unit: {
    settlements: 'settlements',
    'base-stations': 'base stations',
    percent: '%',
    hours: 'hours',
    events: 'events',
    'sim-cards': 'SIM cards',
  },
};
