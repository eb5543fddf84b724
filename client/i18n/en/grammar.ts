import { EUROPEAN_PUNCTUATION, type Grammar } from '../grammar/grammar.ts';

export const grammar: Grammar = {
  ...EUROPEAN_PUNCTUATION,
  name: 'English',
  tag: 'en',
  // As written in Europe, day before month.
  locale: 'en-GB',
  finishList: (text) => text,
  finishDate: (text) => text,
  withoutYear: (text, year) => text.replace(new RegExp(`\\s*${year}\\s*`), ''),
  yearComesFirst: false,
  questionsAre: 'list',
  regionNameShortenings: [
    [/^Republic of /, ''],
    [/ Autonomous (Okrug|Oblast)$/, ''],
    // The city has the same name.
    [/^(?!Moscow )(.+) Oblast$/, '$1'],
  ],
};
