import type { Language } from '../../data/core/schema/localized-text.ts';
import { en } from './en/index.ts';
import { ru } from './ru/index.ts';
import { zh } from './zh/index.ts';

/** All words of one language. Russian gives the shape; the others must have every word it has. */
export type Catalogue = typeof ru;

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { ru, en, zh };

/** The words of a language. */
export function catalogueOf(language: Language): Catalogue {
  return CATALOGUES[language];
}
