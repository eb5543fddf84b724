import { describe, expect, it } from 'vitest';
import { normaliseName } from '../../../../data/core/search/normalise-name.ts';
import { romanise } from '../../../../data/core/search/romanise.ts';
import {
  createStartScan,
  findWordStarts,
  lettersBehind,
} from '../../../../data/core/search/word-starts.ts';

const RUSSIAN = [...'абвгдежзиклмнопрстуфхцчшщъыьэюя'];
const LATIN = [...'abcdefghijklmnopqrstuvwxyz'];

describe('words that may begin with a Latin letter', () => {
  it('are looked for by every Russian letter that two letters can make it of', () => {
    const starts = RUSSIAN.filter((letter) => !'ъь'.includes(letter));
    const missed = starts.flatMap((first) =>
      ['', ...RUSSIAN]
        .map((second) => first + second)
        .filter((pair) => {
          const letter = normaliseName(romanise(pair)).charAt(0);
          return !lettersBehind(letter).russian.includes(first);
        }),
    );
    expect(missed).toEqual([]);
  });

  it('are looked for by every Latin letter that two letters can make it of', () => {
    const missed = LATIN.flatMap((first) =>
      ['', ...LATIN]
        .map((second) => first + second)
        .filter((pair) => !lettersBehind(normaliseName(pair).charAt(0)).latin.includes(first)),
    );
    expect(missed).toEqual([]);
  });
});

describe('lines with a word that begins with some letters', () => {
  it('are the same by a look through all of them as by a table of their words', () => {
    const lines = [' нижнии новгород ', ' новгород нов ', '', ' о ', ' горки '];
    const scan = createStartScan(lines);
    const table = findWordStarts((at) => lines[at] ?? '', lines.keys());
    const found = ['но', 'н', 'о', 'о ', 'го', 'ро', 'я'].map((letters) => [
      letters,
      scan(letters),
      table.at(letters),
    ]);
    for (const [letters, scanned, tabled] of found) expect(scanned, `${letters}`).toEqual(tabled);
    expect(scan('но')).toEqual([0, 1]);
  });
});
