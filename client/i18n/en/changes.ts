import { counted } from '../format.ts';
import type * as ru from '../ru/changes.ts';

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
