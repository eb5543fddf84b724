import type { Language } from '../../data/core/schema/localized-text.ts';
import { reports as en } from './en/reports.ts';
import { reports as ru } from './ru/reports.ts';
import { reports as zh } from './zh/reports.ts';

/** Words of reports and cases. They stand beside the catalogue, since the map needs none of them. */
export type ReportWords = typeof ru;

const WORDS: Readonly<Record<Language, ReportWords>> = { ru, en, zh };

/** The words of reports in a language. */
export function reportWordsOf(language: Language): ReportWords {
  return WORDS[language];
}
