import type { Language } from '../../data/core/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { placeName } from '../i18n/grammar/place-name.ts';
import type { PageContext } from './context/page-context.ts';

/** Hits that are looked at for one query. */
const MOST_HITS = 20;

/** What a query leads to among the regions. */
export interface FoundRegions {
  /** What is said above the list. */
  text: string;
  /** Regions in the order of the search, each with the settlements that led to it; empty where nothing did. */
  regions: ReadonlyMap<string, readonly string[]>;
}

/**
 * Asks the search of the API. What only resembles the query is offered where nothing else was found, and said to be so;
 * what lies outside the map is said to.
 */
export function findRegions(
  { findPlaces }: Pick<PageContext, 'findPlaces'>,
  query: string,
  language: Language,
): FoundRegions {
  const { mapPage } = catalogueOf(language);
  const hits = findPlaces?.(query, MOST_HITS).hits ?? [];
  const named = hits.filter(({ match }) => match !== 'near');
  const shown = named.length > 0 ? named : hits;
  const regions = new Map<string, string[]>();
  for (const hit of shown) {
    if (hit.kind === 'outside') continue;
    const id = hit.kind === 'region' ? hit.region.id : hit.place.regionId;
    const places = regions.get(id) ?? [];
    if (hit.kind === 'place') places.push(placeName(hit.place, language));
    regions.set(id, places);
  }
  const [first] = shown;
  if (first === undefined) return { text: mapPage.searchNothing(query), regions };
  if (named.length === 0) return { text: mapPage.searchNear(query), regions };
  if (first.kind === 'outside') {
    const name = language === 'ru' ? first.outside.name.ru : first.outside.name.en;
    return { text: mapPage.searchOutside(name), regions };
  }
  return { text: mapPage.searchFound(query), regions };
}
