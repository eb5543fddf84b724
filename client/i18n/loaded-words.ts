import type { Language } from '../../data/core/schema/localized-text.ts';
import type { Catalogue, ReportWords } from './catalogue.ts';
import type { MapMessages } from './ru/map.ts';

/** Words that a script of a page fetches in one language, each when it is needed. */
interface Loaders {
  catalogue(): Promise<Catalogue>;
  map(): Promise<MapMessages>;
  reports(): Promise<ReportWords>;
}

const LOADERS: Readonly<Record<Language, Loaders>> = {
  ru: {
    catalogue: async () => (await import('./ru/index.ts')).ru,
    map: async () => (await import('./ru/map.ts')).map,
    reports: async () => (await import('./ru/reports.ts')).reports,
  },
  en: {
    catalogue: async () => (await import('./en/index.ts')).en,
    map: async () => (await import('./en/map.ts')).map,
    reports: async () => (await import('./en/reports.ts')).reports,
  },
  zh: {
    catalogue: async () => (await import('./zh/index.ts')).zh,
    map: async () => (await import('./zh/map.ts')).map,
    reports: async () => (await import('./zh/reports.ts')).reports,
  },
};

/** The words that only the map needs. */
export function loadMapWords(language: Language): Promise<MapMessages> {
  return LOADERS[language].map();
}

/** The words of reports. */
export function loadReportWords(language: Language): Promise<ReportWords> {
  return LOADERS[language].reports();
}

const loaded = new Map<Language, Catalogue>();

/** Fetches the words of a language for the components of a script: to be awaited before the first of them is drawn. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  const catalogue = await LOADERS[language].catalogue();
  loaded.set(language, catalogue);
  return catalogue;
}

/**
 * What stands in the browser for `catalogueOf` of `catalogue.ts` (`client/vite.config.ts`), so that a page brings the words of
 * its own language and of no other. @throws where they were not loaded
 */
export function catalogueOf(language: Language): Catalogue {
  const catalogue = loaded.get(language);
  if (catalogue === undefined) throw new Error(`the words of ${language} were not loaded`);
  return catalogue;
}
