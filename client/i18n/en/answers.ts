import { LATIN_LETTERS } from '../../../data/core/search/romanise.ts';
import type * as ru from '../ru/answers.ts';
import { verdictNames } from './map.ts';

const { partial, unknown } = verdictNames;

export const axes: typeof ru.axes = {
  presence: {
    name: 'Operator in the region',
    question: 'Does the operator sign contracts in this region?',
    whether: 'whether it signs contracts in this region',
    values: {
      yes: 'present',
      partial: 'present, with reservations',
      unknown,
      no: 'probably does not sell here',
    },
  },
  esim: {
    name: 'eSIM',
    question: 'Does it issue eSIM to private customers here?',
    whether: 'whether it issues eSIM here',
    values: { yes: 'issued', partial, unknown, no: 'probably not issued' },
  },
  sharedPlan: {
    name: 'Shared plan',
    question: 'Is there a shared or family plan open to new customers?',
    whether: 'whether the shared plan is open to new customers',
    values: { yes: 'open to new customers', partial, unknown, no: 'probably not open' },
  },
  formFactor: {
    name: 'eSIM in the shared plan',
    question: 'May a number in the shared plan be on eSIM?',
    whether: 'whether a number in the shared plan may be on eSIM',
    values: { yes: 'allowed', partial, unknown, no: 'probably not allowed' },
  },
  sameRegion: {
    name: 'One region',
    question: 'Are all numbers from one tariff area?',
    whether: 'whether all numbers must be from one region',
    values: { yes: 'fits', partial: 'fits with conditions', unknown, no: 'probably does not fit' },
  },
  lineCount: {
    name: 'Number of lines',
    question: 'Is there room for all of the family’s numbers?',
    whether: 'how many numbers can be joined',
    values: {
      yes: 'enough room',
      partial: 'enough room with conditions',
      unknown,
      no: 'probably not enough room',
    },
  },
  numberCap: {
    name: 'Numbers per person',
    question: 'Does everyone stay within the legal limit of numbers?',
    whether: 'how many numbers each person already holds',
    values: {
      yes: 'within the limit',
      partial: 'at or near the limit',
      unknown,
      no: 'probably over the limit',
    },
  },
  customer: {
    name: 'Contract',
    question: 'Can each person sign a contract in this way?',
    whether: 'how each person can sign a contract',
    values: {
      yes: 'can be signed',
      partial: 'can be signed with conditions',
      unknown,
      no: 'probably cannot be signed',
    },
  },
  companion: {
    name: 'Watch, tablet, car',
    question: 'Can such devices be connected, and with which number?',
    whether: 'whether such a device can be connected and with which number',
    values: {
      yes: 'connected',
      partial: 'connected with conditions',
      unknown,
      no: 'probably not connected',
    },
  },
  device: {
    name: 'Devices',
    question: 'Will each device take an eSIM?',
    whether: 'whether the device will do',
    values: { yes: 'suitable', partial: 'to be checked', unknown, no: 'probably not suitable' },
  },
};

export const supportNames: typeof ru.supportNames = {
  stated: 'the operator or the state says so',
  reported: 'reported for this region',
  countrywide: 'for Russia as a whole, not confirmed for this region',
  lead: 'leads only',
  none: 'nothing found',
};

export const reasons: typeof ru.reasons = {
  'claims-decide': () => 'From the sources cited.',
  'contradiction-resolved': () => 'The sources disagree; the stronger one counts.',
  'no-claim': () => 'We found nothing.',
  'only-stale-claims': () => 'What we have has gone unchecked for too long.',
  'only-later-claims': ({ date }) =>
    `What we found speaks only for the time from ${date('from')} on.`,
  'no-plan-known': () => 'We found no shared plan of this operator.',
  assumption: () => 'Assumed: to the plan, a number on eSIM is like one on a plastic SIM.',
  'one-region': () => 'All numbers are from one region.',
  'one-tariff-area': () => 'The regions differ, but the operator treats them as one tariff area.',
  'regions-differ': () => 'The numbers are from different regions.',
  'region-rule-unknown': () => 'We could not find whether one region is required.',
  'lines-fit': () => 'By the plan’s limit of numbers.',
  'too-many-lines': ({ number }) =>
    `There are ${number('lines')} numbers; the plan takes ${number('limit')} at most.`,
  'line-limit-unknown': () => 'We could not find how many numbers the plan takes.',
  'cap-kept': ({ number, count }) =>
    count('limit') === 0
      ? 'The law sets no limit yet.'
      : `The law allows ${number('limit')} per person; the family’s numbers are counted.`,
  'cap-exceeded': () => 'Someone would hold more numbers than the law allows.',
  'cap-unknown': () => 'We could not find the limit now in force.',
  'all-can-sign': () => 'Somebody in the family can sign for every number.',
  'visit-needed': () => 'Someone in the family has to visit a shop.',
  'remote-not-possible': () => 'No contract without a visit to a shop.',
  'no-adult-holder': () => 'Nobody can sign for the child: an adult is needed.',
  'devices-take-esim': () => 'All devices take an eSIM.',
  'device-cannot': ({ model, line }) => `${model} does not take eSIM (${line}).`,
  'device-takes-plastic': ({ model, line }) =>
    `${model} has no eSIM, but it takes an ordinary SIM card (${line}).`,
  'no-car-known': () => 'We know of no car into which its owner can load an operator’s eSIM.',
  'device-unknown': () =>
    'A model is not named, or little is known of it: an EID shows that there is eSIM.',
  'own-number-line': () => 'The device is connected with a number of its own.',
  'only-leads': () => 'There are leads only, too weak to decide anything.',
  corroborated: ({ number }) =>
    `Independent publishers who say so: ${number('publishers')}; none of them speaks of this region.`,
  'line-limit-assumed': () => 'Assumed: the plan takes two numbers besides the payer’s.',
  'not-in-force': ({ date }) => `There was no such rule yet: it is in force from ${date('from')}.`,
  'merged-territory': ({ regions }) =>
    `The numbering register keeps these as one territory: ${regions}.`,
  'consent-needed': ({ holder }) => `Signs with a parent’s written consent: ${holder}.`,
};

export const conditions: typeof ru.conditions = {
  'confirm-with-operator': ({ whether }) =>
    `Ask the operator ${whether}: what we found is old or undated.`,
  'esim-treated-as-plastic': () =>
    'Ask whether the shared plan takes a number on eSIM: no operator says whether it does.',
  'issue-channel-unknown': () =>
    'Find out where to get the eSIM (app, website or shop): we did not find it for this region.',
  'terms-not-read': ({ plan }) => `Read the terms of ${plan}: we have not seen them.`,
  'plan-openness-unknown': ({ plan }) =>
    `Ask whether new customers can have ${plan}: the sources do not make it clear.`,
  'payer-needs-tariff': ({ tariffs }) => `The payer needs one of these tariffs: ${tariffs}.`,
  'payer-funded-not-pooled': () =>
    'Each member has a bundle of their own and one person pays: minutes and gigabytes are not shared.',
  'line-limit-depends-on-tariff': ({ number }) =>
    `How many numbers fit depends on the payer’s tariff: from ${number('minLines')} to ${number('maxLines')}.`,
  'payer-may-count': ({ number }) =>
    `${number('minLines')} or ${number('maxLines')} numbers: the source does not say whether the payer’s is one of them.`,
  'same-tariff-area': ({ regions }) => `All numbers must be from one tariff area: ${regions}.`,
  'local-exception': ({ exception }) => `Part of the region has other terms: ${exception}.`,
  'visit-office': () =>
    'Foreign citizens must visit a shop: no contract is signed with them remotely.',
  'foreign-documents': () =>
    'Foreign citizens need a SNILS number, a confirmed Gosuslugi account and biometrics.',
  'declare-imei': () =>
    'The device’s IMEI goes into the contract: another device means changing the contract.',
  'adult-holds-line': () =>
    'An adult signs for a child under 14, and the number counts as the adult’s.',
  'no-self-ban': () => 'No voluntary ban on new mobile contracts may be set on Gosuslugi.',
  'remote-needs-signature': () =>
    'A contract without a visit may need an electronic signature and Gosuslugi: described for eSIM; whether it is in force we could not find.',
  'check-market-variant': ({ model }) =>
    `${model}: whether it has eSIM depends on the country it was made for.`,
  'check-eid': () =>
    'On a phone dial *#06#, on a watch or tablet look for the EID in the settings: if there is an EID, there is an eSIM chip.',
  'plastic-line': ({ lines }) =>
    `Take an ordinary SIM card for these numbers, which is no obstacle to a shared plan: ${lines}.`,
  'check-foreign-profiles': ({ model }) =>
    `Find out whether ${model} takes a Russian operator’s eSIM: it has the chip, but this version may accept only some operators.`,
  'separate-number': ({ device }) =>
    `The device (${device}) gets a number of its own, not the phone’s number.`,
  'take-number-along': ({ lines, operator }) =>
    `First take the number to ${operator}: ${lines}. If it cannot be taken along, a new number is needed.`,
  'ask-line-limit': () =>
    'Ask how many numbers the plan takes: we could not find it and assume that two besides the payer’s fit.',
  'ask-what-is-shared': ({ plan }) =>
    `Ask whether the numbers share the minutes and gigabytes of ${plan}: so far there are only leads.`,
  'parent-consents': () =>
    'A teenager of 14 to 17 signs the contract with a parent’s written consent.',
  'child-number-law': () =>
    'A law on children’s numbers has been signed: ask the operator how a number that a child uses is registered now.',
  'local-terms': ({ exception }) => `This place has terms of its own: ${exception}.`,
  'near-number-cap': ({ number }) =>
    `One person already holds ${number('held')} of the ${number('limit')} numbers allowed.`,
};

export const labels: typeof ru.labels = {
  // Claims use the Latin spelling, shops and apps the Russian name.
  plan: (name, meaning) => {
    const latin = romanise(name);
    return latin === name ? `“${name}” (${meaning.en})` : `“${latin}” (${name}, ${meaning.en})`;
  },
  tariff: (name) => {
    const latin = romanise(name);
    return latin === name ? `“${name}”` : `“${latin}” (${name})`;
  },
  anyPlan: 'the shared plan',
  anyOperator: 'the operator',
  anyRegion: 'this region',
  anyPlace: 'some places',
  anyModel: 'The device',
  anyDevice: 'device',
  anyHolder: 'the holder',
  anyTariff: 'a suitable tariff',
  anyChannel: 'app, website or shop',
  anyNumber: '…',
  anyDay: 'a later day',
  line: (position) => `line ${position}`,
  anyLine: 'the line',
  member: (ageBand, position) =>
    `${{ adult: 'adult', '14-17': 'teenager', 'under-14': 'child' }[ageBand]} ${position}`,
  tariffKind: { 'home-internet-bundle': 'a mobile + home internet bundle' },
  deviceKind: {
    phone: 'phone',
    tablet: 'tablet',
    watch: 'watch',
    'childrens-watch': 'children’s watch',
    car: 'car',
  },
  lineGroup: {
    phone: ['The phone', 'The phones'],
    'child-phone': ['The child’s phone', 'The children’s phones'],
    tablet: ['The tablet', 'The tablets'],
    watch: ['The watch', 'The watches'],
    'childrens-watch': ['The children’s watch', 'The children’s watches'],
    car: ['The car', 'The cars'],
  },
  ageBand: { 'under-14': 'under 14', '14-17': '14 to 17', adult: 'adult' },
  citizenship: { russian: 'Russia', foreign: 'another country' },
  channel: {
    app: 'app',
    account: 'web account',
    ussd: 'short code',
    shop: 'shop',
    phone: 'call to the operator',
    sms: 'SMS',
  },
};

/** As the claims write the names of plans and tariffs: without the `ye` of geographical names. */
const LETTERS: Readonly<Record<string, string>> = { ...LATIN_LETTERS, е: 'e', ё: 'yo' };

/** A Russian name in Latin letters, so that a reader finds again on a card what a claim calls by that name. */
export function romanise(name: string): string {
  return name.replace(/[а-яё]/gi, (letter) => {
    const latin = LETTERS[letter.toLowerCase()] ?? letter;
    const isCapital = letter !== letter.toLowerCase();
    return isCapital ? latin.charAt(0).toUpperCase() + latin.slice(1) : latin;
  });
}
