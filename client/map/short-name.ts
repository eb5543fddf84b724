import type { Language } from '../../data/schema/localized-text.ts';

/** Words that a map label can do without, because each region has one of them. */
const RULES: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  ru: [
    [/^Республика /, ''],
    [/ автономный округ( — Югра)?$/, ' АО'],
    [/ автономная область$/, ' АО'],
    [/ область$/, ' обл.'],
    [/^Северная Осетия — Алания$/, 'Северная Осетия'],
  ],
  en: [
    [/^Republic of /, ''],
    [/ Autonomous (Okrug|Oblast)$/, ''],
    [/ Oblast$/, ''],
  ],
  zh: [],
};

/** A region's name as a map label has room for. */
export function shortName(name: string, language: Language): string {
  return RULES[language].reduce((text, [pattern, word]) => text.replace(pattern, word), name);
}
