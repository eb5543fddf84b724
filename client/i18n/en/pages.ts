import { counted } from '../grammar/format.ts';
import type * as ru from '../ru/pages.ts';

export const page: typeof ru.page = {
  siteName: 'Family eSIM Map',
  tagline: 'Can your family share one plan with eSIMs in your region of Russia, and how do we know',
  skip: 'Skip to content',
  menu: 'Menu',
  navigation: 'Sections',
  languages: 'Language',
  nav: {
    map: 'Map',
    check: 'Check your family',
    compare: 'Compare',
    operators: 'Operators',
    guide: 'Guide',
    data: 'Data',
    about: 'About',
  },
  theme: { title: 'Appearance', light: 'light', dark: 'dark', auto: 'system' },
  dataOf: (date) => `Data as of ${date}`,
  licence: 'Code: MIT. Data: CC BY 4.0',
  lastRegion: 'Back to the region you looked at',
  notCopied: 'Could not copy',
  notFound: {
    title: 'There is no such page',
    text: (path) =>
      `Nothing lives at ${path}. The address may have a typo. Start from the map or the list of regions.`,
    toMap: 'To the map',
  },
  busy: {
    title: 'Too many requests at the moment',
    text: 'The service cannot keep up: there are too many requests, either from your address, which many people may share, or from everyone together. Wait a minute and open the page again.',
  },
};

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
  bordersText: (outlines) =>
    `The map has the 83 subjects of ISO 3166-2:RU, with the same geometry at every scale. Places outside the list are “outside the map” and get no answer. This follows the standard and is no opinion on where territories belong. The outlines are simplified; their source: ${outlines}. Near a border the map names both regions.`,
  bordersAsk:
    'There is no answer for such places here, but you can ask: phone numbers and sites stand on the operators’ pages.',
  bordersOperators: 'All operators',
  licences: 'Licences',
  boundariesBy: (attribution, licence) =>
    `Outlines of the regions: ${attribution}, licence ${licence}.`,
  publicDomain: 'public domain',
  licencesText: (outlines, licence) =>
    `Code: MIT. Curated data: CC BY 4.0, attribute “Family eSIM Map”. Boundaries: ${outlines} (${licence}). Settlements: GeoNames (CC BY 4.0).`,
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

export const changes: typeof ru.changes = {
  'switch-operator': ({ operator }) => `Move the numbers to another operator: ${operator}.`,
  'move-line-to-region': ({ line, region }) =>
    `Sign the contract in another region (${line}): ${region}.`,
  'free-numbers': ({ holder, count }) =>
    `Give up ${counted('en', count('count'), { one: 'number', other: 'numbers' })} (${holder}).`,
  'replace-device': ({ line }) => `Use a device with eSIM (${line}).`,
  'change-holder': ({ line, holder }) => `Let another person hold it (${line}): ${holder}.`,
  'sign-in-person': () => 'Visit a shop instead of signing remotely.',
  'remove-line': ({ line }) => `Leave it out of the shared plan: ${line}.`,
};

export const compare: typeof ru.compare = {
  title: 'Compare operators and regions',
  description: 'Tables: all operators of one region, or one operator in all regions.',
  lead: 'Up to two regions and up to two operators. A region alone lists its operators, an operator alone lists all regions, both together list every plan of those operators.',
  region: 'Region',
  secondRegion: 'Second region',
  operator: 'Operator',
  secondOperator: 'Second operator',
  kind: 'Kind of plan',
  kinds: { any: 'any', bundle: 'with a shared bundle', payer: 'where one pays for all' },
  onlyDifferences: 'Differences only',
  choose: 'none',
  show: 'Show',
  operatorsIn: (region) => `Operators: ${region}`,
  regionsOf: (operator) => `Regions: ${operator}`,
  plansOf: (operators, regions) => `Plans: ${operators}; ${regions}`,
  headingOfKind: (heading, kind) => `${heading}; plans ${kind}`,
  sortBy: (column) => `Sort by: ${column}`,
  verdict: 'Answer',
  plan: 'Plan',
  shares: 'Shared',
  fee: 'Price',
  support: 'How well it is known',
  numbers: 'Numbers in the region',
  same: 'The same in all rows',
  leftOut: (count) =>
    `Left out: ${counted('en', count, { one: 'row', other: 'rows' })}. We found no such plan there, though there may be one.`,
  file: 'Download this table (CSV)',
  answerDay: 'Day of the answer',
  unknown: (ids) => `There is no such region or operator here: ${ids}. Choose another one above.`,
  outside: 'No answer, because their numbers belong only to places that the map does not show:',
  notFound: 'not found',
  note: (date) =>
    `For two adults and a teenager, answer as of ${date}. Numbers are from the numbering register and do not show how many customers there are.`,
};

export const operator: typeof ru.operator = {
  title: (name) => `${name}: family plan and eSIM`,
  description: (name) => `What is known of ${name}: family plans, eSIM, regions, sources.`,
  index: 'Operators',
  indexDescription:
    'Every operator that something is known of: family plans and the number to call.',
  indexOthers: 'Without an answer on the map',
  reach: 'Phone or site',
  kindTitle: 'Kind',
  kind: { mno: 'Operator with its own network', mvno: 'Virtual operator' },
  machine: 'Numbers for machines only, not sold to families.',
  host: (name) => `runs on the network of ${name}`,
  hostUnknown: 'We could not find whose network it runs on.',
  website: 'Website',
  contacts: 'How to reach it',
  numbers: (regions, date) => `In the register as of ${date} it holds numbers in ${regions}.`,
  noNumbers: 'The register has no numbers of this operator in the mapped regions.',
  plans: 'Shared and family plans',
  noPlans: 'We found no shared plan. That does not mean there is none.',
  status: {
    open: 'open, according to the source',
    closed: 'closed to new customers',
    unknown: 'not known whether it is open',
  },
  statusElsewhere: 'not known for other regions',
  statusTitle: 'Status',
  areas: 'Joint tariff areas',
  outside:
    'Its numbers belong only to places that the map does not show, so it has no answer in any region.',
  outsideWhy: 'Why these places are not on the map',
  exceptions: 'Local terms',
  answers: 'Answer by region',
  byRegion: 'Table of all regions',
  claims: 'What is known, and from where',
  open: 'What we did not find',
  retired: (date) => `The operator no longer exists: ${date}.`,
};

export const mapPage: typeof ru.mapPage = {
  title: 'Map: sharing one plan with eSIMs across Russia’s regions',
  description:
    'An answer for each of 83 regions: whether a family can share one mobile plan with eSIMs, with which operators, and on what sources.',
  searchLabel: 'Region or town',
  searchHint: 'Town',
  searchButton: 'Find',
  searchFound: (query) => `Found for “${query}”`,
  searchNothing: (query) => `Nothing found for “${query}”. Try the name of a region.`,
  searchNear: (query) => `Nothing is called “${query}”. These are similar.`,
  searchOutside: (name) => `${name} is outside the map: there is no answer for it.`,
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
  lastReported: (date) => `last reported on ${date}`,
  regionCount: { one: 'region', other: 'regions' },
};

export const finding: typeof ru.finding = {
  question: 'Can a family share one plan on eSIM?',
  everywhere: (what) => `Everywhere the same: ${what}.`,
  mostly: (what, count, isAlmostAll) =>
    `${isAlmostAll ? 'Almost everywhere' : 'Mostly'} (${count} of 83) the same: ${what}.`,
  differ: (what) => `What differs: ${what}.`,
  other: (where, what) => `${where} (${what})`,
  limits: (regions) => `Mobile internet has lasting limits in ${regions}.`,
  more: 'What else differs',
  class: {
    'yes-3': 'a shared bundle is on offer, the operator says so',
    'yes-2': 'a shared bundle is on offer, with local reports of the plan',
    'yes-1': 'a shared bundle is on offer, though not confirmed for the region',
    'partial-3': 'a shared bundle is possible, the operator says so',
    'partial-2': 'the plan is reported there',
    'partial-1': 'a shared bundle is possible, but not confirmed for the region',
    'no-3': 'no shared bundle, the operator says so',
    'no-2': 'probably no shared bundle',
    'no-1': 'probably no shared bundle',
    lead: 'only leads',
    none: 'nothing found',
  },
};
