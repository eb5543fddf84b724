import type { Parts, Random } from '../climb.ts';

/** One of these. */
export const oneOf =
  (...values: (string | undefined)[]) =>
  (random: Random) =>
    values[Math.floor(random() * values.length)];
/** A whole number from `low` to `high`. */
export const between = (random: Random, low: number, high: number) =>
  Math.floor(low + random() * (high - low + 1));
/** What is drawn, in this share of cases. */
export const often =
  (share: number, draw: (random: Random) => string | undefined) => (random: Random) =>
    random() < share ? draw(random) : undefined;
/** A day of some eight years. */
export const anyDay = (random: Random) =>
  new Date(Date.UTC(2022, 0, 1 + between(random, 0, 3_000))).toISOString().slice(0, 10);

/** An address with the parameters that are there. */
export function address(path: string, query: Parts): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const text = new URLSearchParams(given).toString();
  return text === '' ? path : `${path}?${text}`;
}
