import { expect, test } from 'vitest';
import { readNumberingArguments } from '../../../../../data/tools/import/numbering/import-numbering.ts';

test('a file and a day are read', () => {
  expect(readNumberingArguments(['a.csv', '--date', '2026-08-19'])).toEqual({
    file: 'a.csv',
    date: '2026-08-19',
    allowShrink: false,
    allowOlder: false,
  });
  expect(readNumberingArguments(['--date-from-mtime', 'a.csv'])).toEqual({
    file: 'a.csv',
    date: 'mtime',
    allowShrink: false,
    allowOlder: false,
  });
  expect(readNumberingArguments(['a.csv', '--date', '2026-08-19', '--allow-shrink'])).toMatchObject(
    {
      allowShrink: true,
      allowOlder: false,
    },
  );
  expect(readNumberingArguments(['a.csv', '--date', '2026-08-19', '--allow-older'])).toMatchObject({
    allowShrink: false,
    allowOlder: true,
  });
});

test.each([
  [[], /no file named/],
  [['a.csv', 'b.csv', '--date', '2026-08-19'], /more than one file/],
  [['a.csv'], /which day the register speaks for/],
  [['a.csv', '--date', '2026-08-19', '--date-from-mtime'], /in one way/],
  [['a.csv', '--date', '2026-02-30'], /2026-02-30: expected a day/],
  [['a.csv', '--dato', '2026-02-03'], /--dato/],
])('%j is refused: %s', (args, message) => {
  expect(() => readNumberingArguments(args)).toThrow(message);
});
