import type * as ru from '../ru/about.ts';

export const about: typeof ru.about = {
  title: 'About',
  description:
    'How an answer comes about: questions, how answers combine, age of evidence, borders, licences.',
  lead: 'The map answers one question: can a family share one mobile plan with eSIMs, in which region, with which operator, and how do we know. “Unknown” is an answer too, and never turns into “no”.',
  axes: 'What an answer is made of',
  axesText:
    'The answer is made of the answers to these questions. Questions that do not concern the family are not asked.',
  combine: 'How they combine',
  combineText:
    'The result is the worst of the answers in this order: probably not, unknown, possible with conditions, yes. “Probably not” outweighs an unknown, an unknown outweighs a condition. The table is for two questions; more go the same way.',
  and: 'and',
  temporary:
    'Temporary restrictions (the 24-hour cooling period, mobile internet shutdowns) stand beside the answer and do not change it.',
  freshness: 'Age of evidence',
  freshnessText:
    'Counted from the day the source speaks for. The day on which we checked an entry is kept apart.',
  upTo: (days) => `up to ${days} days`,
  over: (days) => `over ${days} days`,
  undated: 'no date',
  confirm:
    'On old or undated evidence the answer is at best “possible with conditions”: ask the operator.',
  recheck: (due, stale) =>
    `An entry not checked for ${due} days is due for a check; after ${stale} days it no longer counts.`,
  borders: 'Borders',
  bordersText:
    'The map has the 83 subjects of ISO 3166-2:RU, with the same geometry at every scale. Places outside the list are “outside the map” and get no answer. This follows the standard and is no opinion on where territories belong. Outlines come from Natural Earth and are simplified: near a border the map names both regions.',
  licences: 'Licences',
  licencesText:
    'Code: MIT. Curated data: CC BY 4.0, attribute “Family eSIM Map”. Boundaries: Natural Earth (public domain). Settlements: GeoNames (CC BY 4.0).',
  privacy: 'Privacy',
  privacyText:
    'The family check is computed in your browser: no answer is sent anywhere. There are no accounts, counters or ads.',
  api: 'API',
  apiText: 'Address /api/v1. No key needed.',
  embed: {
    title: (region) => `Put the answer on a website: ${region}`,
    frame: 'Frame with the answer',
    badge: 'Badge',
    full: 'Details and sources',
    code: 'Code to paste',
  },
};
