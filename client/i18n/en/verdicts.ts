import type * as ru from '../ru/verdicts.ts';

export const verdictNames: typeof ru.verdictNames = {
  yes: 'yes',
  partial: 'possible with conditions',
  unknown: 'unknown',
  no: 'probably not',
};

export const regionVerdict: typeof ru.regionVerdict = {
  yes: (operators) => `Yes, with ${operators}. You can go ahead.`,
  partial: (operators) =>
    `Possible with ${operators}, if all numbers are from this region. Confirm the plan’s terms first.`,
  unknown: () =>
    'Unknown: we found no shared plan with eSIM here, and no refusal either. Ask the operator.',
  no: () => 'Probably not: no operator fits here. See below what could change that.',
};

export const operatorVerdict: typeof ru.operatorVerdict = {
  yes: 'Yes, you can go ahead.',
  partial: 'Possible: check the conditions below first.',
  unknown: 'Unknown: ask the operator.',
  no: 'Probably not.',
};
