import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isValidOn } from '../../../data/schema/dates.ts';
import { coversRegion } from '../../../data/schema/ids.ts';
import { Restriction } from '../../../data/schema/restriction.ts';

const folder = new URL('../../../data/restrictions/', import.meta.url);
const restrictions = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((file) => Restriction.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));

/** Ids of the restrictions that hold in a region on a day. */
function holding(regionId: string, day: string): string[] {
  return restrictions
    .filter(({ from, to, regionIds }) => {
      return isValidOn({ validFrom: from, validTo: to }, day) && coversRegion(regionIds, regionId);
    })
    .map(({ id }) => id)
    .sort();
}

test.each([
  ['RU-TA', '2025-10-05', []],
  ['RU-TA', '2025-10-06', ['cooling-foreign-sims']],
  ['RU-TA', '2026-11-23', ['activation-abroad', 'cooling-foreign-sims', 'cooling-russian-sims']],
  [
    'RU-ULY',
    '2026-11-23',
    ['activation-abroad', 'cooling-foreign-sims', 'cooling-russian-sims', 'shutdown-ulyanovsk'],
  ],
])('in %s on %s these restrictions hold: %j', (regionId, day, expected) => {
  expect(holding(regionId, day)).toEqual(expected);
});

test.each([
  ['RU-ARK', '2026-01-06', true],
  ['RU-ARK', '2026-01-07', false],
  ['RU-ARK', '2026-02-12', true],
  ['RU-ARK', '2026-02-13', false],
  ['RU-BEL', '2025-11-26', true],
  ['RU-BEL', '2025-11-27', false],
  ['RU-MOW', '2025-11-27', true],
  ['RU-MOW', '2025-11-28', false],
])('the shutdown in %s holds on %s: %s', (regionId, day, expected) => {
  expect(holding(regionId, day).some((id) => id.startsWith('shutdown-'))).toBe(expected);
});

test('no restriction touches a verdict: its claims have no findings', () => {
  for (const { id, claims } of restrictions) {
    expect(
      claims.flatMap((claim) => claim.findings),
      id,
    ).toEqual([]);
  }
});
