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
  ['901;00000000;0000009;10;А;Б', 'column "От": "00000000", expected up to seven digits'],
  ['901;0000000;x;10;А;Б', 'column "До": "x", expected up to seven digits'],
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
    'register.csv:2: column "От": "x", expected up to seven digits\n' +
      'register.csv:3: column "До": "y", expected up to seven digits',
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

const ROW = {
  line: 2,
  code: 901,
  from: 0,
  to: 999,
  holder: 'ООО "Пример"',
  territory: 'Тульская обл.',
};
const SEVEN = `${SIX};ИНН`;

test.each([
  ['seven columns', SEVEN, '901;0000000;0000999;1000;ООО "Пример";Тульская обл.;1234567890'],
  [
    'English headings',
    'code;begin;end;size;operator;region;unn',
    '901;0000000;0000999;1000;ООО "Пример";Тульская обл.;1234567890',
  ],
  [
    'a heading with Ё and Latin letters',
    'ABC/ DEF;От;До;Ёмкость;Оператор;Регион;ИНН',
    '901;0000000;0000999;1000;ООО "Пример";Тульская обл.;1234567890',
  ],
  [
    'numbers without their zeros, cells in quotes',
    SEVEN,
    '901;0;999;1000;"ООО ""Пример""";"Тульская обл.";1234567890',
  ],
  [
    'cells padded with spaces',
    'АВС/ DEF; От; До; Емкость; Оператор; Регион; ИНН',
    ' 901 ; 0000000 ;0000999\u00A0; 1 000 ; ООО "Пример" ;\u00A0Тульская обл. ; 1234567890 ',
  ],
  [
    'a separator too many',
    SEVEN,
    '901;0000000;0000999;1000;ООО "Пример";Тульская обл.;1234567890;;',
  ],
  [
    'another order',
    'ИНН;Регион;Оператор;Емкость;До;От;АВС/ DEF',
    '1234567890;Тульская обл.;ООО "Пример";1000;0000999;0000000;901',
  ],
  [
    'the territory in its older column alone',
    EIGHT,
    '901;0000000;0000999;1000;ООО "Пример";Тульская обл.;-;1234567890',
  ],
])('a file with %s is read', async (_, heading, line) => {
  const { rows } = await read(`${heading}\n${line}\n`);
  expect(rows).toEqual([{ ...ROW, taxId: '1234567890' }]);
});

test('line ends of all systems may be mixed', async () => {
  const line = (from: number): string => `901;${from};${from + 9};10;А;Б`;
  const { rows } = await read(`${SIX}\r\n${line(0)}\n${line(10)}\r${line(20)}\r\n`);
  expect(rows.map(({ from }) => from)).toEqual([0, 10, 20]);
});

test('a name may be quoted by half, in the middle or not at all', async () => {
  const names = ['"Пример" ООО', 'ООО "Пример', 'ООО Пример"', 'ООО «Пример»'];
  const lines = names.map((name, index) => `901;${index}0;${index}9;10;${name};Б`);
  const { rows } = await read(`${SIX}\n${lines.join('\n')}\n`);
  expect(rows.map(({ holder }) => holder)).toEqual(names);
});

test('a missing tax number is none', async () => {
  const { rows } = await read(`${EIGHT}\n901;0;9;10;А;-;Бб;\n`);
  expect(rows[0]).not.toHaveProperty('taxId');
});

test.each([
  [`${EIGHT}\n`, 'the file has a heading and no ranges'],
  ['<!DOCTYPE html>\n<html><body>403</body></html>\n', 'a web page, not the register'],
  ['PK\u0003\u0004;', 'a ZIP archive: unpack it first'],
  ['\u001f\uFFFD\u0008', 'a gzip archive: unpack it first'],
  ['Код;Номера;Оператор\n375;29;A1\n', 'expected the heading'],
])('a file like %j is refused in a sentence: %s', async (text, message) => {
  await expect(read(text)).rejects.toThrow(message);
});

test('a file in another encoding is told so', async () => {
  const input = (async function* () {
    yield Uint8Array.from([0xc0, 0xc2, 0xd1, 0x3b, 0xce, 0xf2, 0x0a]);
  })();
  await expect(readRegister(input, 'register.csv')).rejects.toThrow('not in UTF-8');
});

test('half a file names the line it breaks off in', async () => {
  const text = `${EIGHT}\n901;0;9;10;А;-;Бб;1234567890\n901;10;19;10;А;-`;
  await expect(read(text)).rejects.toThrow('register.csv:3: 6 columns, expected 8');
});
