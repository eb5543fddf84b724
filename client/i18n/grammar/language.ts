import { LANGUAGES, type Language } from '../../../data/core/schema/localized-text.ts';

/** BCP 47 tags for `lang` attributes and `Intl`. */
const TAGS: Readonly<Record<Language, string>> = { ru: 'ru', en: 'en', zh: 'zh-Hans' };

/** BCP 47 tag of a language of the service. */
export function languageTag(language: Language): string {
  return TAGS[language];
}

/** The language whose code this is, or `undefined`. */
export function languageOf(code: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === code);
}

/**
 * The reader's language by an `Accept-Language` header (RFC 9110 12.5.4): the highest weight among ours.
 * Readers of neither get English, readers without a header Russian.
 */
export function chooseLanguage(acceptLanguage: string | undefined): Language {
  if (acceptLanguage === undefined || acceptLanguage.trim() === '') return 'ru';
  const wishes = acceptLanguage
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean);
      return {
        language: languageOf(range.split('-')[0]),
        weight: weight === undefined ? 1 : Number(weight),
      };
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wishes.find((wish) => wish.language !== undefined)?.language ?? 'en';
}
