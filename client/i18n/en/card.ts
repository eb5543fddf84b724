import { counted } from '../grammar/format.ts';
import type * as ru from '../ru/card.ts';

export const card: typeof ru.card = {
  contractNote: 'What matters is where the contract is signed, not where you are now.',
  forWhom:
    'The question: can two adults and a teenager, Russian citizens, share one plan if each has a phone with eSIM and all contracts are made here?',
  ownFamily: 'Check your own family',
  conditions: 'Conditions',
  operators: 'Operators',
  family: 'About the family, with any operator',
  silent: 'No shared plan found (there may be one):',
  absent: 'No numbers in this region:',
  notHere: 'Not suitable here',
  nothingKnown: 'No shared plan found',
  exceptions: 'Local terms',
  wholeRegion: 'the whole region',
  steps: 'What to do',
  stepsAdvice: 'A step without a source number is general advice.',
  changes: 'What would change the answer',
  changesTo: (verdict) => `Then the answer is: ${verdict}.`,
  evidence: 'Sources',
  open: 'What we did not find',
  lookedOn: (date) => `looked for on ${date}`,
  notSearched: 'not searched yet',
  restrictions: 'In force now',
  restrictionsNote: 'These are temporary and do not change the answer.',
  since: (date) => `since ${date}`,
  lastReported: (date) => `last reported ${date}`,
  stillWorks: (services) => `Still working: ${services}.`,
  service: {
    voice: 'calls',
    sms: 'SMS',
    'slow-data': 'slow data',
    'white-list': 'the white list of sites',
    wifi: 'Wi-Fi',
    fixed: 'fixed lines',
  },
  neighbours: 'Neighbouring regions',
  plan: 'Plan',
  otherPlans: 'Other plans',
  shares: 'Shared',
  shared: { minutes: 'minutes', sms: 'SMS', data: 'data' },
  planModel: {
    pooled: 'a shared bundle',
    'payer-funded': 'one pays, bundles are separate',
    unknown: 'what is shared: not found',
  },
  notPooled: 'nothing: each has a bundle of their own, one person pays',
  shareUnknown: 'not found',
  members: 'How many numbers',
  memberRange: (min, max) =>
    min === max ? `up to ${max}, the payer included` : `${min} to ${max}, depending on the tariff`,
  memberRangeUnclear: (min, max) => `${min} or ${max}: whether the payer counts is not stated`,
  fee: 'Price',
  feePer: {
    'added-line': 'for each added number',
    group: 'for the whole group',
    plan: 'for the plan',
    unknown: '— per number or per group, not stated',
  },
  feePerTariff: (name, lines) =>
    lines === undefined
      ? `for the tariff ${name}`
      : `for the tariff ${name} with ${counted('en', lines, { one: 'number', other: 'numbers' })}`,
  period: { month: 'a month', day: 'a day', unknown: '(period not stated)' },
  feeOn: (date) => `price as of ${date}`,
  feePlaceUnnamed: 'the source names no region',
  feeUndated: 'undated price',
  feeTerms: (amount, period, per) => `${amount} ${period} ${per}`,
  feeElsewhere: (regions) => `not for this region: ${regions}`,
  allRegions: 'all regions',
  allRegionsBut: (regions) => `all regions but ${regions}`,
  feeUnknown: 'not found',
  channels: 'Where to join',
  channelUnknown: 'not found',
  why: 'Why this answer',
  allConditions: 'More conditions',
  cost: 'What it costs',
  costShared: 'shared plan',
  costSeparate: 'separate numbers',
  costAdded: 'each added number',
  perMonth: (amount) => `${amount} a month`,
  costItem: {
    'group-fee': 'fee for the group',
    'added-line-fee': 'fee for added numbers',
    'plan-fee': 'fee for the plan',
    'base-tariff': 'payer’s tariff',
    'separate-line': 'separate number',
  },
  costMissing: {
    'base-tariff': 'the payer’s tariff',
    'separate-line': 'a separate number',
    'group-fee': 'the group fee',
    'added-line-fee': 'the fee for added numbers',
  },
  costNotFound: (what) => `No dated price for ${what}.`,
  changesOn: (date, verdict) => `From ${date} the answer changes: ${verdict}.`,
  actions: 'Use this answer',
  share: 'Link to this page',
  print: 'Print',
  receipt:
    'The service’s signature on the question, the answer, the data release and the version of the rules. A phone reads the code; any JOSE library checks it offline with the keys of /.well-known/jwks.json.',
  copy: 'Copy as text',
  copied: 'Copied',
  download: 'Data of this region',
  embed: 'Put on a website',
  report: 'Report a mistake',
  reportClaim: 'wrong?',
  pageTitle: (region) => `${region}: sharing a plan with eSIMs`,
  pageDescription: (region, sentence) => `${region}. ${sentence}`,
};

export const evidence: typeof ru.evidence = {
  disputed: 'disputed',
  confidence: {
    official: 'official page',
    register: 'state register',
    press: 'press',
    secondary: 'second-hand source',
  },
  freshness: {
    current: 'recent',
    ageing: 'over a year old',
    old: 'over three years old',
    undated: 'undated',
  },
  method: {
    stated: 'stated by the source',
    measured: 'counted',
    inferred: 'concluded',
    assumed: 'assumed',
  },
  role: {
    decisive: 'decided',
    supporting: 'agrees',
    contradicting: 'says otherwise, but weaker',
    lead: 'a lead, decides nothing',
    stale: 'not checked for a long time, not counted',
  },
  observed: (date) => `as of ${date}`,
  checked: (date) => `checked ${date}`,
  checkDue: 'due for a new check',
  inherited: (operator) => `taken over from the ${operator} network`,
  source: 'source',
  back: 'Back to the text',
};

export const steps: typeof ru.steps = {
  'confirm-plan-terms': ({ operator, plan }) =>
    `Ask ${operator} whether ${plan} can be joined now, how many numbers fit and what it costs.`,
  'check-device-eid': () =>
    'On a phone dial *#06#, on a watch or tablet look for the EID in the settings: if there is an EID, there is an eSIM chip.',
  'check-device-lock': () =>
    'Make sure the device is not locked to another operator. On an iPhone, Carrier Lock should say “No SIM restrictions”.',
  'prepare-passport': () => 'Have the passports of those who will hold the numbers ready.',
  'prepare-members-data': () =>
    'Write down members’ numbers, names and dates of birth: they may be asked for when the group is opened.',
  'prepare-foreign-documents': () =>
    'For foreign citizens: passport, SNILS, a confirmed Gosuslugi account, biometrics and the device’s IMEI.',
  'check-self-ban': () =>
    'Look on Gosuslugi for a voluntary ban on new mobile contracts, and lift it.',
  'go-to-channel': ({ operator, channels }) => `Contact ${operator}: ${channels}.`,
  'prepare-parent-consent': () =>
    'A teenager of 14 to 17 signs with a parent’s written consent: bring it along.',
  'check-porting-terms': ({ lines, operator }) =>
    `Before taking the number along (${lines}), check that it is held by the person who signs with ${operator}, that nothing is owed and that the region is the same.`,
  'take-number-along': ({ lines, operator }) =>
    `Ask ${operator} to take over the number (${lines}); if it cannot be taken along, get a new one.`,
  'porting-loses-terms': ({ lines }) =>
    `Taking a number along (${lines}) ends its present tariff, what is left of its bundles and its bonuses; an archived tariff can hardly be had again.`,
  'activate-profiles-first': () =>
    'Install and switch on the eSIM on every device first, and only then open the group.',
  'activate-in-russia': () =>
    'Activate a Russian eSIM in Russia: activation from abroad does not go through at present.',
  'open-group': ({ plan, channels }) => `The payer opens ${plan}: ${channels}.`,
  'invite-members': () => 'Ask how the payer adds the members.',
  'members-accept': () => 'Ask whether each member has to confirm it on their own device.',
  'set-member-limits': () => 'Set a limit for each member if the plan allows it.',
  'keep-spare-line-active': () =>
    'Use a spare number at least every two days: after 72 idle hours data and SMS are cut for a day.',
  'review-sign-ins': () =>
    'Look through the sign-in history of the account and end unknown sessions.',
  'keep-codes-secret': () => 'Give nobody the codes from SMS or the QR code of the eSIM profile.',
  'avoid-open-wifi': () => 'Do not sign in or download an eSIM over open Wi-Fi.',
  'no-travel-profile-on-watch': () =>
    'Do not count on a travel eSIM in a watch: the watch needs your own operator’s number.',
};

export const stepKinds: typeof ru.stepKinds = {
  prepare: 'Prepare',
  do: 'Do',
  warn: 'Stay safe',
};
