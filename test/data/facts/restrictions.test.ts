import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { restrictionHolds } from '../../../data/core/eligibility/claims/restrictions.ts';
import { coversRegion } from '../../../data/core/schema/ids.ts';
import { Restriction } from '../../../data/core/schema/restriction.ts';

const folder = new URL('../../../data/facts/restrictions/', import.meta.url);
const restrictions = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((file) => Restriction.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));

/** Ids of the restrictions that hold in a region on a day. */
function holding(regionId: string, day: string): string[] {
  return restrictions
    .filter(
      (restriction) =>
        restrictionHolds(restriction, day) && coversRegion(restriction.regionIds, regionId),
    )
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
  ['RU-BEL', '2025-11-25', false],
  ['RU-BEL', '2025-11-26', true],
  ['RU-BEL', '2025-11-27', true],
  ['RU-BEL', '2025-11-28', false],
  ['RU-MOW', '2025-11-27', true],
  ['RU-MOW', '2025-11-28', false],
])('a shutdown in %s is listed on %s: %s', (regionId, day, expected) => {
  expect(holding(regionId, day).some((id) => id.startsWith('shutdown-'))).toBe(expected);
});

test('a shutdown whose end no source tells is not said to have ended', () => {
  const open = restrictions.filter(({ lastReportedOn }) => lastReportedOn !== undefined);
  expect(open.map(({ id }) => id).sort()).toEqual([
    'shutdown-arkhangelsk-2026-02',
    'shutdown-belgorod-2025-11',
    'shutdown-moscow-2025-11',
  ]);
  for (const { id, to, claims } of open) {
    expect([to, ...claims.map(({ validTo }) => validTo)].filter(Boolean), id).toEqual([]);
  }
});

test('no restriction touches a verdict: its claims have no findings', () => {
  for (const { id, claims } of restrictions) {
    expect(
      claims.flatMap((claim) => claim.findings),
      id,
    ).toEqual([]);
  }
});
