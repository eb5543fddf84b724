import type { Language } from '../../core/schema/localized-text.ts';

/** What the tools know of a language. */
interface LanguageMarks {
  /** The script that its texts are written in, with a letter of it. */
  readonly script: { readonly name: string; readonly letter: RegExp };
  /** Words that name a street, a district or a site rather than a region. */
  readonly narrowPlace: RegExp;
  /** Its code in the list of languages of the EU's Publications Office. */
  readonly code: string;
  /** What the data are about, for catalogues of data. */
  readonly keywords: readonly string[];
}

export const LANGUAGE_MARKS: Readonly<Record<Language, LanguageMarks>> = {
  ru: {
    code: 'RUS',
    keywords: ['eSIM', 'семейный тариф', 'мобильная связь', 'регионы России', 'общий пакет'],
    script: { name: 'Cyrillic', letter: /\p{Script=Cyrillic}/u },
    narrowPlace:
      /улиц[аеуы]|(?<!\p{L})ул\.|проспект|микрорайон|\p{Lu}\p{Ll}+(ий|ом|ого) район|завод|аэродром|аэропорт|электростанц/u,
  },
  en: {
    code: 'ENG',
    keywords: ['eSIM', 'family plan', 'mobile operators', 'regions of Russia', 'shared bundle'],
    script: { name: 'Latin', letter: /\p{Script=Latin}/u },
    narrowPlace: /\b[A-Z]\w+ (Street|Avenue|District)\b|\b(plant|airfield|airport|power station)\b/,
  },
  zh: {
    code: 'ZHO',
    keywords: ['eSIM', '家庭套餐', '移动运营商', '俄罗斯联邦主体', '共享套餐'],
    script: { name: 'Han', letter: /\p{Script=Han}/u },
    narrowPlace: /街道|大街|[^各一]工厂|机场|电站/,
  },
};
