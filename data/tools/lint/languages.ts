import type { Language } from '../../core/schema/localized-text.ts';

/** What the rules know of a language. */
interface LanguageMarks {
  /** The script that its texts are written in, with a letter of it. */
  readonly script: { readonly name: string; readonly letter: RegExp };
  /** Words that name a street, a district or a site rather than a region. */
  readonly narrowPlace: RegExp;
}

export const LANGUAGE_MARKS: Readonly<Record<Language, LanguageMarks>> = {
  ru: {
    script: { name: 'Cyrillic', letter: /\p{Script=Cyrillic}/u },
    narrowPlace:
      /улиц[аеуы]|(?<!\p{L})ул\.|проспект|микрорайон|\p{Lu}\p{Ll}+(ий|ом|ого) район|завод|аэродром|аэропорт|электростанц/u,
  },
  en: {
    script: { name: 'Latin', letter: /\p{Script=Latin}/u },
    narrowPlace: /\b[A-Z]\w+ (Street|Avenue|District)\b|\b(plant|airfield|airport|power station)\b/,
  },
  zh: {
    script: { name: 'Han', letter: /\p{Script=Han}/u },
    narrowPlace: /街道|大街|[^各一]工厂|机场|电站/,
  },
};
