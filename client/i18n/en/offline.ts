import type * as ru from '../ru/offline.ts';

export const offline: typeof ru.offline = {
  title: 'No network',
  text: 'This page is not kept on the device. These open without a network:',
  sameIn: 'The same page in another language:',
  nothing: 'Nothing is kept on the device yet: open the map once there is a network.',
  again: 'Try again',
};
