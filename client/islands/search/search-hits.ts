import type { PageData } from '../../components/context/page-data.ts';

/** How a result fits what was typed; only nearly, it is an offer and no answer. */
type Match = 'exact' | 'alternate' | 'near';

/** A region, or a settlement and the region it belongs to by administrative code. */
export interface MapHit {
  kind: 'region' | 'place';
  name: string;
  regionId: string;
  regionName: string;
  /** `[lon, lat]` of a settlement. */
  point?: [number, number];
  match: Match;
}

/** One line of the search results; a place outside the map leads to what is said of its borders. */
export type SearchHit = MapHit | { kind: 'outside'; name: string; where: string; match: Match };

/** Finds by what was typed so far, best first. */
export type Search = (query: string) => SearchHit[];

const fold = (text: string): string => text.toLocaleLowerCase().replaceAll('ё', 'е');

/** Regions only, by any of their names, from the page's own data: what answers before the full index is loaded. */
export function createRegionSearch(data: PageData): Search {
  const entries = data.regions.map((region) => ({
    region,
    names: [region.name, ...region.otherNames, region.id].map(fold),
  }));
  return (query) => {
    const wanted = fold(query.trim());
    if (wanted === '') return [];
    const rank = (names: string[]): number =>
      names.some((name) => name.startsWith(wanted))
        ? 0
        : names.some((name) => name.includes(wanted))
          ? 1
          : 2;
    return entries
      .map(({ region, names }) => ({ region, rank: rank(names) }))
      .filter((entry) => entry.rank < 2)
      .sort((a, b) => a.rank - b.rank)
      .map(({ region }) => ({
        kind: 'region',
        name: region.name,
        regionId: region.id,
        regionName: region.name,
        // Whoever chooses does so out of this list; the full search tells exactly.
        match: 'alternate',
      }));
  };
}
