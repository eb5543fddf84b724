import { LANGUAGES, type Language } from '../../../data/core/schema/localized-text.ts';
import { grammarOf } from '../languages.ts';

/** BCP 47 tag of a language of the service. */
export function languageTag(language: Language): string {
  return grammarOf(language).tag;
}

/** The language whose code this is, or `undefined`. */
export function languageOf(code: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === code);
}
