import { counted } from '../grammar/format.ts';
import type * as ru from '../ru/action.ts';

const numbers = (count: number) => counted('en', count, { one: 'number', other: 'numbers' });

const sharing = (what: string, isClear: boolean): string =>
  isClear
    ? `, sharing ${what}.`
    : `; ask what it shares${what === '' ? '' : ` (apparently ${what})`}.`;

export const action: typeof ru.action = {
  support: {
    stated: 'the operator says so',
    reported: 'reported for this very region',
    countrywide: 'for Russia as a whole, not confirmed for this region',
    lead: 'only leads so far',
    none: 'nothing found',
  },
  planKnownHere: {
    stated: 'the operator speaks of the plan, the rest is known for Russia as a whole',
    reported: 'the plan is reported for this very region, the rest is known for Russia as a whole',
  },
  supportShort: {
    stated: 'the operator says so',
    reported: 'reported for the region',
    countrywide: 'not confirmed for the region',
    lead: 'only leads',
    none: 'nothing found',
  },
  bundle: {
    yes: (count, what, isClear) =>
      `Yes: one plan for ${numbers(count)} on eSIM${sharing(what, isClear)}`,
    partial: (count, what, isClear) =>
      `Possible: one plan for ${numbers(count)} on eSIM${sharing(what, isClear)}`,
  },
  alone: {
    yes: 'Yes: a number on eSIM. A plan is shared from two numbers on: add a person or a device.',
    partial:
      'Possible: a number on eSIM. A plan is shared from two numbers on: add a person or a device.',
  },
  payer: {
    yes: (count) =>
      `Yes, but nothing is shared: one person pays for ${numbers(count)} on eSIM, each with minutes and data of their own.`,
    partial: (count) =>
      `Possible, but nothing is shared: one person pays for ${numbers(count)} on eSIM, each with minutes and data of their own.`,
  },
  anyKind: {
    yes: (count) => `Yes: a family plan for ${numbers(count)} on eSIM.`,
    partial: (count) =>
      `Possible: a family plan for ${numbers(count)} on eSIM. Ask whether minutes and data are shared.`,
  },
  unknown: {
    lead: 'Unknown: there are leads, but nothing to rely on yet. Ask an operator.',
    none: 'Unknown: we found neither a confirmation nor a refusal. Ask an operator.',
  },
  no: (why) => `Probably not. ${why}`,
  noOperator: 'No operator fits here.',
  group: {
    yes: (who) => `${who}: yes.`,
    partial: (who) => `${who}: possible.`,
    unknown: (who) => `${who}: unknown, ask.`,
    no: (who) => `${who}: probably not.`,
  },
  forGroups: (who, sentence) => `${who} — ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`,
  otherKind: {
    payer: (operators) => `If one person paying for separate bundles is enough: ${operators}.`,
  },
  date: (answer, data) => `Answer of ${answer}, data of ${data}`,
  dateSame: (date) => `Answer and data of ${date}`,
  offers: 'Whom to ask',
  shares: {
    pooled: (what) => `shared: ${what}`,
    payerFunded: 'one pays, bundles are separate',
    unknown: 'ask whether minutes and data are shared',
  },
  noPlan: 'no family plan found, ask',
  price: {
    month: (amount) => `about ${amount} a month in all`,
    unknown: 'no price found',
    undated: 'undated',
  },
  call: (number) => `Call ${number}`,
  contact: {
    'phone-free': 'free number',
    'phone-short': 'from a number of this operator',
    'phone-abroad': 'from abroad',
    chat: 'chat',
    app: 'app',
    'shops-url': 'shops on a map',
    'family-url': 'about the plan',
    'esim-url': 'about eSIM',
    ussd: 'short code',
  },
  noNumber: 'no phone number found; its site:',
  noContact: 'neither a number nor a site found',
  questions: 'What to ask',
  ask: {
    anyPlan: 'Do you have a family plan or group with shared minutes and data?',
    open: (plan, region) => `Can new customers join ${plan} now? The region is ${region}.`,
    kind: (plan) =>
      `${plan}: are minutes and data shared, or does one pay and each has a bundle of their own?`,
    roomAndPrice: (count) => `Is there room for ${numbers(count)}, and what is it a month in all?`,
    room: (count) => `Is there room for ${numbers(count)}?`,
    price: (count) => `What does it cost a month for ${numbers(count)}?`,
    formFactor: 'May a member’s number be on eSIM instead of a plastic card?',
    companion: (device) => `Can such a device be added (${device}), and with which number?`,
    esim: 'Where do I get the eSIM: in the app, on the website or in a shop?',
    foreign: 'Which documents does a foreign citizen need?',
    child: 'Who has to sign for a child’s number?',
    takeAlong: 'Can a number of another operator be brought straight into this plan?',
    region: 'Can numbers of different regions be joined?',
    limits: 'Can the payer set a limit for each member?',
  },
  message: (region) => `Hello! A question about a family plan on eSIM (${region}).`,
  badge: (region) => `Sharing a plan on eSIM, ${region}`,
  sources: 'Sources',
  copyQuestions: 'Copy the questions',
  told: 'What did they say?',
  more: 'Conditions, other operators and sources',
  check: 'Answer for your own family',
};
