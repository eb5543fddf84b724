import type * as ru from '../ru/reasons.ts';

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
  'all-can-sign': () => 'For each number there is someone who can sign.',
  'visit-needed': () => 'Someone in the family has to visit a shop.',
  'remote-not-possible': () => 'No contract without a visit to a shop.',
  'no-adult-holder': () => 'Nobody can sign for the child: an adult is needed.',
  'devices-take-esim': () => 'All devices take an eSIM.',
  'device-cannot': ({ model, line }) => `${model} does not take eSIM (${line}).`,
  'device-unknown': () => 'For at least one device we do not know whether it has eSIM.',
  'own-number-line': () => 'The device is connected with a number of its own.',
  'line-with-other-operator': () => 'One of the numbers is with another operator now.',
};
