import type { Language } from '../../data/core/schema/localized-text.ts';
import { en } from './en/index.ts';
import * as enOfPages from './en/page-words.ts';
import { ru } from './ru/index.ts';
import * as ruOfPages from './ru/page-words.ts';
import { zh } from './zh/index.ts';
import * as zhOfPages from './zh/page-words.ts';

/** All words of one language. Russian gives the shape; the others must have every word it has. */
export type Catalogue = typeof ru;

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { ru, en, zh };

/** The words of a language. */
export function catalogueOf(language: Language): Catalogue {
  return CATALOGUES[language];
}

/**
 * Words of single pages. They stand beside the catalogue: a script that needs them fetches those of one language, which
 * `loaded-words.ts` does.
 */
type PageWords = typeof ruOfPages;

/** Words of reports and cases. */
export type ReportWords = PageWords['reports'];

/** Words of the desk's pages. */
export type DeskWords = PageWords['desk'];

/** What the desk does with a case. */
export type DeskAct = keyof DeskWords['acts'];

/** Why an act was not done. */
export type DeskRefused = keyof DeskWords['refusals'];

const PAGE_WORDS: Readonly<Record<Language, PageWords>> = {
  ru: ruOfPages,
  en: enOfPages,
  zh: zhOfPages,
};

/** The words of reports in a language. */
export function reportWordsOf(language: Language): ReportWords {
  return PAGE_WORDS[language].reports;
}

/** The words of the desk in a language. */
export function deskWordsOf(language: Language): DeskWords {
  return PAGE_WORDS[language].desk;
}

/** The words of the map in a language. */
export function mapWordsOf(language: Language): PageWords['map'] {
  return PAGE_WORDS[language].map;
}
