/** How a language is written, besides its words: what sentences, dates and lists are put together with. */
export interface Grammar {
  /** The language by its own name. */
  readonly name: string;
  /** BCP 47 tag for `lang` attributes. */
  readonly tag: string;
  /** Locale of `Intl`. */
  readonly locale: string;
  /** What stands between a word and its explanation. */
  readonly colon: string;
  /** What stands between two parts of one name. */
  readonly comma: string;
  /** What stands between the items of a list without "and". */
  readonly listComma: string;
  /** What stands between two remarks in the same brackets. */
  readonly semicolon: string;
  /** What stands between two sentences that the catalogue has ended. */
  readonly sentenceGap: string;
  /** The end of a sentence that another follows, where data make the sentence and so no catalogue can end it. */
  readonly sentenceEnd: string;
  /** The brackets around a remark, with the space before them. */
  readonly brackets: readonly [open: string, close: string];
  /** What stands behind an amount of roubles, with the space before it; the sign of `Intl` where absent. */
  readonly roubleWord?: string;
  /** A list of `Intl` as the language writes it. */
  finishList(text: string): string;
  /** A date of `Intl` as the language writes it: of a year, of a month (`hasMonth`), or of a day. */
  finishDate(text: string, hasMonth: boolean): string;
  /** A written date without its year, to stand beside another of the same year. */
  withoutYear(text: string, year: string): string;
  /** Whether of two days of one year it is the first that names the year. */
  readonly yearComesFirst: boolean;
  /** Questions are joined as sentences (`semicolon`) or as a list with its "and". */
  readonly questionsAre: 'sentences' | 'list';
  /** Words of a region's name that a map label can do without, because each region has one of them, and what stands for them. */
  readonly regionNameShortenings: readonly (readonly [pattern: RegExp, replacement: string])[];
}

/** Punctuation of languages in Latin and Cyrillic letters. */
export const EUROPEAN_PUNCTUATION = {
  colon: ': ',
  comma: ', ',
  listComma: ', ',
  semicolon: '; ',
  sentenceGap: ' ',
  sentenceEnd: '. ',
  brackets: [' (', ')'],
} as const;
