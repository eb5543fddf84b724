import type * as ru from '../ru/conditions.ts';

export const conditions: typeof ru.conditions = {
  'confirm-with-operator': ({ whether }) =>
    `Ask the operator ${whether}: what we found is old or undated.`,
  'esim-treated-as-plastic': () =>
    'Ask whether the shared plan takes a number on eSIM: no operator says so either way.',
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
  'check-foreign-profiles': ({ model }) =>
    `Find out whether ${model} takes a Russian operator’s eSIM: it has the chip, but this version may accept only some operators.`,
  'separate-number': ({ device }) =>
    `The device (${device}) gets a number of its own, not the phone’s number.`,
  'near-number-cap': ({ number }) =>
    `One person already holds ${number('held')} of the ${number('limit')} numbers allowed.`,
};
