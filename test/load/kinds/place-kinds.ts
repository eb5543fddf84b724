import type { Kind, Random } from '../climb.ts';
import { address, between, oneOf } from './draw.ts';

/** Requests for the regions of many points. */
export const POINTS: Kind = {
  name: 'locate many points',
  parts: {
    body: (random) => {
      const [west, south] = [between(random, 20, 170), between(random, 40, 75)];
      const points = Array.from({ length: between(random, 1, 10_000) }, () => [
        Number((west + random() * 10).toFixed(3)),
        Number((south + random() * 5).toFixed(3)),
      ]);
      return JSON.stringify({ points });
    },
    f: oneOf('json', 'html'),
  },
  request: ({ body = '', f }) => ({ path: address('/api/v1/locate', { f }), body }),
};

const WORDS = [
  'Москва',
  'ул.',
  'новая',
  'Kazan',
  'респ',
  'область',
  'а',
  'село',
  '莫斯科',
  'ghbdtn',
];
/** What somebody may take for the name of a place, an address or a sentence. */
export const anyPlaceNames = (random: Random): string =>
  Array.from({ length: between(random, 1, 60) }, () => oneOf(...WORDS)(random))
    .join(random() < 0.5 ? ' ' : ', ')
    .slice(0, 300);

/** Requests for places by their names. */
export const SEARCH: Kind = {
  name: 'search of places',
  parts: {
    q: anyPlaceNames,
    limit: oneOf('1', '50'),
    f: oneOf('json', 'html'),
  },
  request: (query) => ({ path: address('/api/v1/places', query) }),
};
