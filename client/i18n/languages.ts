import type { Language } from '../../data/core/schema/localized-text.ts';
import type { ReportWords } from './catalogue.ts';
import { grammar as en } from './en/grammar.ts';
import type { Grammar } from './grammar/grammar.ts';
import { grammar as ru } from './ru/grammar.ts';
import type { MapMessages } from './ru/map.ts';
import { grammar as zh } from './zh/grammar.ts';

/** What scripts of the pages need of a language: how it is written, and words that are fetched in one language only. */
interface LanguageParts {
  readonly grammar: Grammar;
  loadMap(): Promise<{ readonly map: MapMessages }>;
  loadReports(): Promise<{ readonly reports: ReportWords }>;
}

const PARTS: Readonly<Record<Language, LanguageParts>> = {
  ru: {
    grammar: ru,
    loadMap: () => import('./ru/map.ts'),
    loadReports: () => import('./ru/reports.ts'),
  },
  en: {
    grammar: en,
    loadMap: () => import('./en/map.ts'),
    loadReports: () => import('./en/reports.ts'),
  },
  zh: {
    grammar: zh,
    loadMap: () => import('./zh/map.ts'),
    loadReports: () => import('./zh/reports.ts'),
  },
};

/** How a language is written. */
export function grammarOf(language: Language): Grammar {
  return PARTS[language].grammar;
}

/** The words that only the map needs, fetched in one language. */
export async function loadMapWords(language: Language): Promise<MapMessages> {
  return (await PARTS[language].loadMap()).map;
}

/** The words of reports, fetched in one language. */
export async function loadReportWords(language: Language): Promise<ReportWords> {
  return (await PARTS[language].loadReports()).reports;
}

/** BCP 47 tag of a language of the service. */
export function languageTag(language: Language): string {
  return grammarOf(language).tag;
}
