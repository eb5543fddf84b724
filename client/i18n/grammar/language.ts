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
