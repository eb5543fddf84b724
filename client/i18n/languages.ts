import type { Language } from '../../data/core/schema/localized-text.ts';
import { grammar as en } from './en/grammar.ts';
import type { Grammar } from './grammar/grammar.ts';
import { grammar as ru } from './ru/grammar.ts';
import { grammar as zh } from './zh/grammar.ts';

const GRAMMARS: Readonly<Record<Language, Grammar>> = { ru, en, zh };

/** How a language is written. */
export function grammarOf(language: Language): Grammar {
  return GRAMMARS[language];
}

/** BCP 47 tag of a language of the service. */
export function languageTag(language: Language): string {
  return grammarOf(language).tag;
}
