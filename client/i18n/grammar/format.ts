import type { IsoDate, PartialDate } from '../../../data/core/schema/dates.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import { grammarOf } from '../languages.ts';

/** Forms of a word by `Intl.PluralRules` category; English and Chinese use fewer than Russian. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** The form of a word that goes with a count: `plural('ru', 3, {one: 'номер', few: 'номера', other: 'номеров'})`. */
export function plural(language: Language, count: number, forms: PluralForms): string {
  const category = pluralRulesOf(grammarOf(language).locale, {}).select(count);
  return forms[category] ?? forms.other;
}

/** A count as readers of the language write it: `12 345`, `12,345`. */
export function formatNumber(language: Language, value: number): string {
  return numberFormatOf(grammarOf(language).locale, {}).format(value);
}

/** Count and word together with a space that does not break: `3 номера`, `3 个号码`. */
export function counted(language: Language, count: number, forms: PluralForms): string {
  return `${formatNumber(language, count)}\u00a0${plural(language, count, forms)}`;
}

/** A file's size in the unit that people compare: `4 кБ`, `2,8 МБ`; units are powers of 1,000 (SI). */
export function formatBytes(language: Language, bytes: number): string {
  const [unit, size, digits] =
    bytes < 1_000_000 ? (['kilobyte', 1_000, 0] as const) : (['megabyte', 1_000_000, 1] as const);
  return numberFormatOf(grammarOf(language).locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: digits,
  }).format(Math.max(bytes / size, 1));
}

/** An amount of roubles, kopecks only where there are any: `150 ₽`, `₽150`, `150 卢布`, which is what Chinese calls them. */
export function formatRoubles(language: Language, amount: number): string {
  const digits = Number.isInteger(amount) ? 0 : 2;
  const exact = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const { locale, roubleWord } = grammarOf(language);
  if (roubleWord !== undefined) {
    return `${numberFormatOf(locale, exact).format(amount)}${roubleWord}`;
  }
  return numberFormatOf(locale, {
    style: 'currency',
    currency: 'RUB',
    currencyDisplay: 'narrowSymbol',
    ...exact,
  }).format(amount);
}

/** A date no more exact than its source is: `17 января 2025 года`, `январь 2025 года`, `2019 год`. */
export function formatDate(language: Language, date: PartialDate): string {
  const [year, month, day] = date.split('-');
  const moment = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (month !== undefined) options.month = 'long';
  if (day !== undefined) options.day = 'numeric';
  const text = dateFormatOf(grammarOf(language).locale, options).format(moment);
  return grammarOf(language).finishDate(text, month !== undefined);
}

/** Two days in one line, the year once where they share it: `30 ноября` and `27 ноября 2026 года`. */
export function formatDatePair(
  language: Language,
  first: IsoDate,
  second: IsoDate,
): readonly [string, string] {
  const whole = [formatDate(language, first), formatDate(language, second)] as const;
  if (first.slice(0, 4) !== second.slice(0, 4)) return whole;
  const { yearComesFirst, withoutYear } = grammarOf(language);
  const short = (text: string) => withoutYear(text, first.slice(0, 4));
  return yearComesFirst ? [whole[0], short(whole[1])] : [short(whole[0]), whole[1]];
}

/** What stands between a word and its explanation. */
export function colon(language: Language): string {
  return grammarOf(language).colon;
}

/** What stands between two parts of one name. */
export function comma(language: Language): string {
  return grammarOf(language).comma;
}

/** What stands between the items of a list without "and". */
export function listComma(language: Language): string {
  return grammarOf(language).listComma;
}

/** What stands between two remarks in the same brackets. */
export function semicolon(language: Language): string {
  return grammarOf(language).semicolon;
}

/** What stands between two sentences. */
export function sentenceGap(language: Language): string {
  return grammarOf(language).sentenceGap;
}

/** The end of a sentence that another follows, where data make the sentence and so no catalogue can end it. */
export function sentenceEnd(language: Language): string {
  return grammarOf(language).sentenceEnd;
}

/** The brackets around a remark, with the space before them, for remarks that hold markup. */
export function brackets(language: Language): readonly [open: string, close: string] {
  return grammarOf(language).brackets;
}

/** A remark in brackets behind a word: ` (нет)`, `（不可以）`. */
export function aside(language: Language, text: string): string {
  return brackets(language).join(text);
}

/** A list in words: `МТС, Билайн и T2`, `МТС или Билайн`. */
export function formatList(
  language: Language,
  items: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  const { locale, finishList } = grammarOf(language);
  return finishList(listFormatOf(locale, { type }).format(items));
}

/** Questions in one sentence. */
export function formatQuestions(language: Language, questions: readonly string[]): string {
  const { questionsAre, semicolon } = grammarOf(language);
  return questionsAre === 'list' ? formatList(language, questions) : questions.join(semicolon);
}

/**
 * The parameters of a code, already in words of the page's language, so that a catalogue only builds sentences.
 * A parameter that the code does not have reads as a general word ("the plan"), never as an empty place.
 */
export interface ParamWords {
  /** `«Группа для близких»` */
  plan: string;
  operator: string;
  region: string;
  regions: string;
  /** Place with terms of its own: `Норильск` */
  exception: string;
  /** `взрослый 1` */
  holder: string;
  /** `номер 2` */
  line: string;
  lines: string;
  model: string;
  /** Kind of device: `часы` */
  device: string;
  /** Any one of them will do: `МЫ МТС или МЫ МТС+` */
  tariffs: string;
  /** What has to be asked about an axis: `выдаёт ли он eSIM` */
  whether: string;
  /** Any one of them will do: `приложение или салон` */
  channels: string;
  /** A day as the language writes it; in Russian in the genitive. */
  date(name: string): string;
  /** A number as the language writes it. */
  number(name: string): string;
  /** The same number to choose a plural form by; 0 where it is missing. */
  count(name: string): number;
}

/**
 * Makes what formats or compares by a locale once for each locale and its options: making one takes a hundred times as long as
 * using it, and a page uses one for each of its dates, lists and rows.
 */
function madeOnce<Options, Made>(make: (locale: string, options: Options) => Made) {
  const known = new Map<string, Made>();
  return (locale: string, options: Options): Made => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const made = known.get(key) ?? make(locale, options);
    known.set(key, made);
    return made;
  };
}

/** Chooses the plural form of a word. */
const pluralRulesOf = madeOnce(
  (locale, options: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options),
);

/** Writes numbers. */
const numberFormatOf = madeOnce(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);

/** Writes days. */
const dateFormatOf = madeOnce(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);

/** Writes lists in words. */
const listFormatOf = madeOnce(
  (locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options),
);

/** Orders texts. */
export const collatorOf = madeOnce(
  (locale, options: Intl.CollatorOptions) => new Intl.Collator(locale, options),
);
