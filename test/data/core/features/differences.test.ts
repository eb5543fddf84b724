import { describe, expect, it } from 'vitest';
import { differences, differenceTable } from '../../../../data/core/features/differences.ts';
import { regionFacts, regionFactTable } from '../../../../data/core/features/tables.ts';
import { claim, dataset, operator, restriction } from '../../../fixtures/dataset-builder.ts';

const TODAY = '2026-11-30';
const text = (words: string) => ({ ru: words, en: words, zh: words });

/** A claim of one region about a plan. */
const ofTatarstan = (id: string, rest = {}) =>
  claim(id, [], { topic: 'family-plan', regionIds: ['RU-TA'], reach: 'own', ...rest });

function topicsIn(written: Parameters<typeof dataset>[1], asOf = TODAY): string[] {
  return differences(dataset([], written), asOf).map(
    ({ topic, regionId, claimId }) => `${topic} ${regionId} ${claimId}`,
  );
}

describe('what differs between regions', () => {
  const told = (claims: ReturnType<typeof claim>[], asOf = TODAY) =>
    differences(dataset([operator('north', { claims })]), asOf).map(({ claimId }) => claimId);

  it('is what sources say of a region itself', () => {
    expect(told([ofTatarstan('here')])).toEqual(['here']);
  });

  it('is not what they say of the country, or of elsewhere', () => {
    const country = claim('country', [], { topic: 'family-plan', reach: 'country' });
    expect(told([country, ofTatarstan('elsewhere', { reach: 'elsewhere' })])).toEqual([]);
  });

  it('is not what no longer holds', () => {
    const over = ofTatarstan('over', { validTo: '2026-06' });
    expect(told([over])).toEqual([]);
    expect(told([over], '2026-05-31')).toEqual(['over']);
  });

  it('is not told by topics that differ by no region, such as history', () => {
    expect(told([ofTatarstan('long-ago', { topic: 'history' })])).toEqual([]);
  });

  it('has the limits of mobile internet with every claim that tells of them in the region', () => {
    expect(topicsIn({ restrictions: [restriction('lasting-zones')] })).toEqual([
      'limits RU-TA lasting-zones-told',
    ]);
  });

  it('is a table with the addresses of its sources', () => {
    const { columns, rows } = differenceTable(
      dataset([operator('north', { claims: [ofTatarstan('here')] })]),
      TODAY,
    );
    const [row = []] = rows;
    expect(row).toHaveLength(columns.length);
    expect(row.at(-1)).toBe('https://example.org/official');
  });
});

describe('what was counted in regions', () => {
  const measure = {
    ...{ id: 'villages', title: text('Villages'), definition: text('Villages with service') },
    ...{ unit: 'settlements' as const, checkedOn: TODAY },
    values: [
      { regionId: 'RU-TA', value: 55, year: 2025, sourceId: 'press' },
      { regionId: 'RU-MOS', value: 12, of: 14, year: 2024, sourceId: 'press' },
    ],
  };
  const counted = dataset([], { measures: [measure] });

  it('is given with measure, unit, year and source, for all regions or one', () => {
    expect(regionFacts(counted).map(({ regionId }) => regionId)).toEqual(['RU-MOS', 'RU-TA']);
    expect(regionFacts(counted, 'RU-TA')).toEqual([
      { ...measure.values[0], measure: 'villages', unit: 'settlements' },
    ]);
  });

  it('never stands in a table without its definition', () => {
    const { columns, rows } = regionFactTable(counted);
    const definition = columns.findIndex(({ name }) => name === 'definition_en');
    expect(rows.map((row) => row[definition])).toEqual([
      'Villages with service',
      'Villages with service',
    ]);
  });
});
