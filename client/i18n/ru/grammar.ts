import { EUROPEAN_PUNCTUATION, type Grammar } from '../grammar/grammar.ts';

export const grammar: Grammar = {
  ...EUROPEAN_PUNCTUATION,
  name: 'Русский',
  tag: 'ru',
  locale: 'ru',
  finishList: (text) => text,
  // A word stands behind the year, in the case that goes with a month before it or without one.
  finishDate: (text, hasMonth) =>
    `${text.replace(/\s*г\.$/, '')}\u00a0${hasMonth ? 'года' : 'год'}`,
  withoutYear: (text, year) => text.replace(new RegExp(`\\s*${year}\\s*(?:года)?\\s*`), ''),
  yearComesFirst: false,
  questionsAre: 'list',
  regionNameShortenings: [
    [/^Республика /, ''],
    [/ автономный округ( — Югра)?$/, ' АО'],
    [/ автономная область$/, ' АО'],
    [/ область$/, ' обл.'],
    [/^Северная Осетия — Алания$/, 'Северная Осетия'],
  ],
};
