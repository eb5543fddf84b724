import { createPlaceSearch } from '../../../data/core/search/place-search.ts';
import type { PageData, PageRegion } from '../../components/context/page-data.ts';
import { loadPlaces } from '../common/load-places.ts';
import type { Search } from './search-hits.ts';

/** The page knows a region by one name and its other names: all of them are searched, the page's own ranks first. */
function searchable(region: PageRegion) {
  const { name, otherNames } = region;
  return {
    ...region,
    name: { ru: name, en: name, zh: name },
    officialName: name,
    aliases: otherNames,
  };
}

/** Finds regions and settlements by any of their names, in three scripts, with typos; `most` hits at a time. */
export async function createFullSearch(data: PageData, most: number): Promise<Search> {
  const places = await loadPlaces(data.datasetHash);
  const regionNames = new Map(data.regions.map((region) => [region.id, region.name]));
  const index = createPlaceSearch(data.regions.map(searchable), places);
  return (query) =>
    index.search(query, most).map((hit) => {
      if (hit.kind === 'region') {
        const { id, name } = hit.region;
        return { kind: 'region', name: name[data.language], regionId: id, regionName: name.ru };
      }
      const { name, regionId, lon, lat } = hit.place;
      return {
        kind: 'place',
        name: name[data.language] ?? name.en,
        regionId,
        regionName: regionNames.get(regionId) ?? regionId,
        point: [lon, lat],
      };
    });
}
