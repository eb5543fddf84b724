import type * as ru from '../ru/steps.ts';

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
