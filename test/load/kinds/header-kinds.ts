import type { Kind, Random } from '../climb.ts';
import { between, often, oneOf } from './draw.ts';

/** Node takes 16 KB of header fields in all. */
const ROOM = 15_000;

/** A field that repeats itself as often as there is room, or less. */
const listOf =
  (...entries: ((index: number) => string)[]) =>
  (random: Random): string => {
    const entry = entries[between(random, 0, entries.length - 1)] ?? String;
    const room = between(random, 1, ROOM);
    let text = entry(0);
    for (let index = 1; text.length < room; index++) text += `,${entry(index)}`;
    return text.slice(0, ROOM);
  };

/** Requests of which the header fields are what takes time; one of them is long at a time. */
export function headerKind(files: readonly string[]): Kind {
  const long: Readonly<Record<string, (random: Random) => string>> = {
    accept: listOf(
      (index) => `a/b${index}`,
      () => 'text/html;level="\\"',
      (index) => `*/*;q=0.${index}`,
      () => ';',
    ),
    'accept-encoding': listOf(
      (index) => `x${index};q=1`,
      () => 'br;q=0',
    ),
    'accept-language': listOf(
      (index) => `x-${index};q=0.1`,
      () => '-',
    ),
    'if-none-match': listOf(
      (index) => `"${index}"`,
      () => 'W/"',
      () => ' ',
    ),
    'if-match': listOf(() => '*'),
    range: (random) => `bytes=${listOf((index) => `${index}-${index}`)(random)}`,
    cookie: listOf((index) => `a${index}=b;`),
    origin: (random) => `http://${'a.'.repeat(between(random, 1, 5_000))}`,
    'x-forwarded-for': listOf((index) => `10.0.0.${index}`),
    traceparent: (random) => '0'.repeat(between(random, 1, ROOM)),
  };
  return {
    name: 'header fields',
    answers: [200, 206, 304, 400, 406, 412, 416],
    parts: {
      path: oneOf('/', '/ru/', '/api/v1/eligibility?region=RU-MOW', '/api/v1/operators', ...files),
      ...Object.fromEntries(Object.entries(long).map(([name, draw]) => [name, often(0.5, draw)])),
      only: oneOf(...Object.keys(long)),
    },
    request: ({ path = '/', only = '', ...fields }) => ({
      path,
      fields: { [only]: fields[only] ?? '' },
    }),
  };
}

/** Files of the downloads, whole, in parts or as the news that nothing changed. */
export function fileKind(files: readonly string[]): Kind {
  return {
    name: 'files',
    answers: [200, 206],
    parts: {
      path: oneOf(...files),
      range: often(
        0.5,
        (random) => `bytes=${between(random, 0, 999)}-${between(random, 1_000, 1e7)}`,
      ),
    },
    request: ({ path = '', range }) => ({ path, ...(range && { fields: { range } }) }),
  };
}
