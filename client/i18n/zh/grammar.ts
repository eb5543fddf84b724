import type { Grammar } from '../grammar/grammar.ts';

/** Letters and digits that Chinese sets apart from its own characters. */
const APART = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Nd}]';
const HAN_THEN_APART = new RegExp(`(\\p{Script=Han})(${APART})`, 'gu');
const APART_THEN_HAN = new RegExp(`(${APART}\\+?)(\\p{Script=Han})`, 'gu');

/** The space between Chinese characters and others, which `Intl` leaves out and the catalogue sets: `MTS 或 T2`. */
function setApart(text: string): string {
  return text.replace(HAN_THEN_APART, '$1 $2').replace(APART_THEN_HAN, '$1 $2');
}

// Punctuation is full width and brings its own room.
export const grammar: Grammar = {
  name: '中文',
  tag: 'zh-Hans',
  locale: 'zh-Hans',
  colon: '：',
  comma: '，',
  listComma: '、',
  semicolon: '；',
  sentenceGap: '',
  sentenceEnd: '。',
  brackets: ['（', '）'],
  roubleWord: ' 卢布',
  finishList: setApart,
  finishDate: setApart,
  withoutYear: (text, year) => text.replace(new RegExp(`\\s*${year}\\s*年?\\s*`), ''),
  // A date begins with its year.
  yearComesFirst: true,
  // "And" between two clauses would read as part of the first one.
  questionsAre: 'sentences',
  regionNameShortenings: [],
};
