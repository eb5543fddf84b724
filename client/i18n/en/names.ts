import { LATIN_LETTERS } from '../../../data/core/search/romanise.ts';
import type * as ru from '../ru/names.ts';

export const things: typeof ru.things = {
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
