import * as z from 'zod';

/** Languages of the service, the first is the default. */
export const LANGUAGES = ['ru', 'en', 'zh'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/** A value for each language. */
export function inEachLanguage<T>(valueIn: (language: Language) => T): Record<Language, T> {
  return { ru: valueIn('ru'), en: valueIn('en'), zh: valueIn('zh') };
}

/** The same text in every language of the service, each written for its readers. */
export const LocalizedText = z.strictObject(inEachLanguage(() => z.string().trim().min(1)));
export type LocalizedText = z.infer<typeof LocalizedText>;
