import type { Language } from '../../data/core/schema/localized-text.ts';
import { desk as en } from './en/desk.ts';
import { desk as ru } from './ru/desk.ts';
import { desk as zh } from './zh/desk.ts';

/** Words of the desk's pages. */
export type DeskWords = typeof ru;

/** What the desk does with a case. */
export type DeskAct = keyof DeskWords['acts'];

/** Why an act was not done. */
export type DeskRefused = keyof DeskWords['refusals'];

const WORDS: Readonly<Record<Language, DeskWords>> = { ru, en, zh };

/** The words of the desk in a language. */
export function deskWordsOf(language: Language): DeskWords {
  return WORDS[language];
}
