import type { Language } from '../../data/core/schema/localized-text.ts';
import type { Catalogue } from './catalogue.ts';

const LOADERS: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  ru: async () => (await import('./ru/index.ts')).ru,
  en: async () => (await import('./en/index.ts')).en,
  zh: async () => (await import('./zh/index.ts')).zh,
};

const loaded = new Map<Language, Catalogue>();

/** Fetches the words of a language for the components of a script: to be awaited before the first of them is drawn. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  const catalogue = await LOADERS[language]();
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
