import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isValidOn } from '../../../data/core/schema/dates.ts';
import { Law, type LawRule } from '../../../data/core/schema/law.ts';

const folder = new URL('../../../data/facts/law/', import.meta.url);
const laws = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((file) => Law.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));
const rules = laws.flatMap((law) => law.rules);
const claims = laws.flatMap((law) => law.claims);

/** Rules of one kind that hold on a day. */
function inForce<K extends LawRule['kind']>(kind: K, day: string) {
  return rules.filter(
    (rule): rule is Extract<LawRule, { kind: K }> => rule.kind === kind && isValidOn(rule, day),
  );
}

test.each([
  ['2024-12-31', []],
  ['2025-01-01', [['foreign', 10]]],
  ['2025-03-31', [['foreign', 10]]],
  [
    '2025-04-01',
    [
      ['foreign', 10],
      ['russian', 20],
    ],
  ],
  [
    '2026-11-23',
    [
      ['foreign', 10],
      ['russian', 20],
    ],
  ],
])('on %s the caps on numbers are %j', (day, expected) => {
  const caps = inForce('number-cap', day).map((rule) => [rule.citizenship, rule.limit]);
  expect(caps.sort()).toEqual(expected);
});

test('foreigners sign only in person from 2025, citizens never have to', () => {
  expect(inForce('in-person-only', '2024-12-31')).toEqual([]);
  const [rule, ...others] = inForce('in-person-only', '2026-11-23');
  expect(others).toEqual([]);
  expect(rule).toMatchObject({ citizenship: 'foreign', declareImei: true });
  expect(rule?.documents).toEqual(['snils', 'gosuslugi', 'biometrics']);
});

test('a person signs for a number from the age of 14, on any day', () => {
  expect(inForce('minimum-age', '2010-01-01').map((rule) => rule.years)).toEqual([14]);
});

test('close relatives may use a number since September 2025', () => {
  expect(inForce('handover', '2025-08-31')).toEqual([]);
  expect(inForce('handover', '2025-09-01')[0]?.allowedTo).toContain('grandparents');
});

test('a law that is only signed, a bill or a discussion has no rule that a verdict could apply', () => {
  for (const law of laws.filter(({ status }) => status !== 'in-force')) {
    expect(law.rules, law.id).toEqual([]);
    expect(law.inForceFrom, law.id).toBeUndefined();
  }
});

test('of the measures of the package signed in June 2026 nobody has found since when they bind', () => {
  const waiting = laws.filter((law) => law.status === 'signed-date-unknown').map((law) => law.id);
  expect(waiting.sort()).toEqual([
    'anti-fraud-package',
    'child-numbers',
    'imei',
    'international-calls',
  ]);
});

test('a bill names a condition at most', () => {
  const values = laws
    .filter(({ status }) => status !== 'in-force')
    .flatMap((law) => law.claims.flatMap(({ findings }) => findings.map(({ value }) => value)));
  expect(values).toEqual(['partial']);
});

test('every bill that the package replaced ended on the day of its announcement', () => {
  const replaced = claims.flatMap((claim) => claim.supersedes.map((entry) => entry.claimId));
  expect(replaced).toHaveLength(5);
  for (const id of replaced) {
    expect(claims.find((claim) => claim.id === id)?.validTo, id).toBe('2026-06-26');
  }
});

test('no text says that the number of eSIMs is limited to ten', () => {
  const claim = claims.find(({ id }) => id === 'law-cap-virtual-pbx');
  expect(claim?.statement.en).toMatch(/are not eSIMs/);
  expect(claim?.findings).toEqual([]);
});
