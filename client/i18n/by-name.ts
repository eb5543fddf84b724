import type { Language } from '../../data/schema/localized-text.ts';
import { languageTag } from './language.ts';

/** Things in the order that readers of the language look names up in; ids are in that of English. */
export function byName<T>(
  language: Language,
  things: readonly T[],
  nameOf: (thing: T) => string,
): T[] {
  const collator = new Intl.Collator(languageTag(language), { numeric: true });
  return things.toSorted((a, b) => collator.compare(nameOf(a), nameOf(b)));
}
