import type { Language } from '../../data/core/schema/localized-text.ts';
import * as en from './en/page-words.ts';
import * as ru from './ru/page-words.ts';
import * as zh from './zh/page-words.ts';

/**
 * Words of single pages. They stand beside the catalogue: a script that needs them fetches those of one language, which
 * `languages.ts` does.
 */
type PageWords = typeof ru;

/** Words of reports and cases. */
export type ReportWords = PageWords['reports'];

/** Words of the desk's pages. */
export type DeskWords = PageWords['desk'];

/** What the desk does with a case. */
export type DeskAct = keyof DeskWords['acts'];

/** Why an act was not done. */
export type DeskRefused = keyof DeskWords['refusals'];

const WORDS: Readonly<Record<Language, PageWords>> = { ru, en, zh };

/** The words of reports in a language. */
export function reportWordsOf(language: Language): ReportWords {
  return WORDS[language].reports;
}

/** The words of the desk in a language. */
export function deskWordsOf(language: Language): DeskWords {
  return WORDS[language].desk;
}

/** The words of the map in a language. */
export function mapWordsOf(language: Language): PageWords['map'] {
  return WORDS[language].map;
}
