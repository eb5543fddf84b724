import type { Language } from '../../../data/core/schema/localized-text.ts';
import type { Place } from '../../../data/core/schema/place.ts';

/** Name of a settlement in a language; the English one where GeoNames has none in it. */
export function placeName({ name }: Pick<Place, 'name'>, language: Language): string {
  const names: Partial<Record<Language, string | undefined>> = name;
  return names[language] ?? name.en;
}
