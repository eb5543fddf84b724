import { expect, test } from 'vitest';
import { readRegister } from '../../../../../data/tools/import/numbering/read-register.ts';
import { EIGHT, inPieces, SIX } from './register-text.ts';

const read = (text: string) => readRegister(inPieces(text), 'register.csv');

test('the layout of eight columns is read with a byte order mark and CRLF', async () => {
  const { rows, columns } = await read(
    `\uFEFF${EIGHT}\r\n901;0000000;0000999;1000;ООО "Пример";-;Тульская область;1234567890\r\n`,
  );
  expect(columns).toBe(8);
  expect(rows).toEqual([
    {
      line: 2,
      code: 901,
      from: 0,
      to: 999,
      holder: 'ООО "Пример"',
      taxId: '1234567890',
      territory: 'Тульская область',
    },
  ]);
});

test('the older layout of six columns has no tax number and the territory from its own column', async () => {
  const { rows, columns } = await read(
    `${SIX}\n901;0000000;0000999;1000;ПАО Пример;Тульская обл.\n`,
  );
  expect(columns).toBe(6);
  expect(rows[0]).toEqual({
    line: 2,
    code: 901,
    from: 0,
    to: 999,
    holder: 'ПАО Пример',
    territory: 'Тульская обл.',
  });
});

test('rows come in order of numbers whatever their order in the file', async () => {
  const { rows } = await read(
    `${SIX}\n902;0000000;0000009;10;А;Б\n901;5000000;5000009;10;А;Б\n\n901;0000000;0000009;10;А;Б\n`,
  );
  expect(rows.map(({ code, from, line }) => [code, from, line])).toEqual([
    [901, 0, 5],
    [901, 5_000_000, 3],
    [902, 0, 2],
  ]);
});

test('a name in quotes may hold the separator', async () => {
  const { rows } = await read(`${SIX}\n901;0000000;0000009;10;"ООО ""А;Б""";Тула\n`);
  expect(rows[0]?.holder).toBe('ООО "А;Б"');
});

test.each([
  ['90;0000000;0000009;10;А;Б', 'column "АВС/ DEF": "90", expected a mobile code from 900 to 999'],
  ['901;000000;0000009;10;А;Б', 'column "От": "000000", expected seven digits'],
  ['901;0000000;x;10;А;Б', 'column "До": "x", expected seven digits'],
  ['901;0000000;0000009;;А;Б', 'column "Емкость": "", expected a whole number'],
  ['901;0000000;0000009;11;А;Б', 'column "Емкость": 11, but the range from 0 to 9 holds 10'],
  ['901;0000000;0000009;10;;Б', 'column "Оператор": "", expected the name of a holder in UTF-8'],
  ['901;0000000;0000009;10;А; ', 'column "Регион": "", expected the name of a territory in UTF-8'],
  ['901;0000000;0000009;10;А', '5 columns, expected 6 as in the heading'],
])('the line %s is refused: %s', async (line, message) => {
  await expect(read(`${SIX}\n902;0000000;0000009;10;А;Б\n${line}\n`)).rejects.toThrow(
    `register.csv:3: ${message}`,
  );
});

test('every malformed line is named, not only the first', async () => {
  const text = `${SIX}\n901;x;0000009;10;А;Б\n901;0000010;y;10;А;Б\n`;
  await expect(read(text)).rejects.toThrow(
    'register.csv:2: column "От": "x", expected seven digits\n' +
      'register.csv:3: column "До": "y", expected seven digits',
  );
});

test('two ranges that give the same number away are refused, both lines named', async () => {
  const text = `${SIX}\n901;0000000;0000009;10;А;Б\n901;0000009;0000018;10;В;Б\n`;
  await expect(read(text)).rejects.toThrow(
    'register.csv:3: the range from 901 9 overlaps that of line 2',
  );
});

test.each(['', '\n', 'code;from;to\n900;1;2\n', `${EIGHT};Ещё\n`])(
  'a file that begins with %j is refused with the heading it should have',
  async (text) => {
    await expect(read(text)).rejects.toThrow(
      /register\.csv:1: .*expected the heading АВС\/ DEF;От;До/,
    );
  },
);

test('an unclosed quote names its line', async () => {
  await expect(read(`${SIX}\n901;0000000;0000009;10;"А;Б\n`)).rejects.toThrow(
    /register\.csv:2: .*[Qq]uote/,
  );
});
