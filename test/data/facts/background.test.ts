import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Background } from '../../../data/core/schema/claim.ts';

const folder = new URL('../../../data/facts/background/', import.meta.url);
const backgrounds = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((file) => Background.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));

test('the four pairs of regions that share numbering are known', () => {
  const pairs = backgrounds
    .find(({ id }) => id === 'numbering-territories')
    ?.claims.map((claim) => claim.regionIds)
    .filter((ids) => ids.length === 2);
  expect(pairs).toEqual([
    ['RU-MOW', 'RU-MOS'],
    ['RU-SPE', 'RU-LEN'],
    ['RU-ARK', 'RU-NEN'],
    ['UA-40', 'UA-43'],
  ]);
});

test('background never moves a verdict: no claim has a finding', () => {
  for (const claim of backgrounds.flatMap(({ claims }) => claims)) {
    expect(claim.findings, claim.id).toEqual([]);
  }
});

test('no download server of an operator is named: none is confirmed', () => {
  expect(JSON.stringify(backgrounds)).not.toMatch(/rsp\.[a-z]+\.ru/);
});
