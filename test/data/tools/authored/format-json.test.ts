import { describe, expect, it } from 'vitest';
import { formatDataFile } from '../../../../data/tools/authored/format-json.ts';

const SOURCE = {
  confidence: 'press',
  url: 'https://example.org/',
  id: 'paper',
  publisher: 'Paper',
  title: 'Title',
};

describe('formatting an authored file', () => {
  it('puts keys into the order of the schema', () => {
    const text = formatDataFile('sources/paper.json', JSON.stringify(SOURCE));
    expect(Object.keys(JSON.parse(text))).toEqual([
      'id',
      'title',
      'publisher',
      'url',
      'confidence',
    ]);
    expect(text).toMatch(/^\{\n {2}"id": "paper",\n/);
    expect(text.endsWith('\n}\n')).toBe(true);
  });

  it('adds no default and drops no value', () => {
    const operator = {
      claims: [],
      kind: 'mno',
      id: 'north',
      brand: { zh: '北', en: 'North', ru: 'Север' },
      taxIds: ['1234567890'],
    };
    const text = formatDataFile('operators/north.json', JSON.stringify(operator));
    expect(JSON.parse(text)).toEqual(operator);
  });

  it('fills long lists of ids into lines of at most 100 characters', () => {
    const counts = { north: { 'RU-MOW': 1 } };
    const regionIds = Array.from({ length: 40 }, () => 'RU-MOW');
    const table = { counts, sourceId: 's', registerDate: '2026-08-19' };
    const background = {
      id: 'x',
      title: { ru: 'а', en: 'a', zh: '中' },
      openQuestions: [
        {
          id: 'q',
          question: { ru: 'а', en: 'a', zh: '中' },
          regionIds,
          status: 'not-found',
          lookedOn: '2026-11-01',
        },
      ],
    };
    const text = formatDataFile('background/x.json', JSON.stringify(background));
    expect(JSON.parse(text)).toEqual(background);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(text.split('\n').filter((line) => line.includes('"RU-MOW"')).length).toBeLessThan(8);
    expect(formatDataFile('numbering/t.json', JSON.stringify(table))).toContain('"RU-MOW": 1');
  });

  it('changes nothing the second time', () => {
    const once = formatDataFile('sources/paper.json', JSON.stringify(SOURCE));
    expect(formatDataFile('sources/paper.json', once)).toBe(once);
  });

  it('leaves a file alone that does not fit its schema, or is none of the authored ones', () => {
    expect(formatDataFile('sources/paper.json', '{"id": 1}')).toBe('{"id": 1}');
    expect(formatDataFile('sources/paper.json', '{')).toBe('{');
    expect(formatDataFile('notes/paper.json', '{ }')).toBe('{ }');
  });
});
