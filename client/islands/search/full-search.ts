import type { OutsidePlace } from '../../../data/core/search/search-entries.ts';
import { SearchNames, searchByNames } from '../../../data/core/search/search-names.ts';
import type { PageData } from '../../components/context/page-data.ts';
import { placeName } from '../../i18n/grammar/names.ts';
import { loadDataFile } from '../common/loading.ts';
import { loadPlaces } from '../common/places.ts';
import { runWhenIdle } from '../common/scheduling.ts';
import type { Search } from './search-box.ts';

/**
 * Finds regions, settlements and places outside the map by any of their names or out of an address, as the API does; `most`
 * hits at a time.
 */
export async function createFullSearch(
  { datasetHash, language }: Pick<PageData, 'datasetHash' | 'language'>,
  most: number,
): Promise<Search> {
  const [places, names] = await Promise.all([
    loadPlaces(datasetHash),
    loadDataFile(datasetHash, 'search-names.json', (content) => SearchNames.parse(content)),
  ]);
  const regionNames = new Map(names.regions.map(({ id, name }) => [id, name[language]]));
  const index = searchByNames(names, places);
  runWhenIdle(index.prepare());
  return (query) =>
    index.search(query, most).hits.map((hit) => {
      const { match } = hit;
      if (hit.kind === 'region') {
        const { id, name } = hit.region;
        return {
          kind: 'region',
          name: name[language],
          regionId: id,
          regionName: name[language],
          match,
        };
      }
      if (hit.kind === 'outside') {
        const { name } = hit.outside;
        const shown = language === 'ru' ? name.ru : name.en;
        return { kind: 'outside', name: shown, where: whereIs(hit.outside, language), match };
      }
      const { regionId, lon, lat } = hit.place;
      return {
        kind: 'place',
        name: placeName(hit.place, language),
        regionId,
        regionName: regionNames.get(regionId) ?? regionId,
        point: [lon, lat],
        match,
      };
    });
}

/** The country of a place outside; for a territory its code, which the border policy explains. */
function whereIs({ code }: OutsidePlace, language: string): string {
  if (code.includes('-')) return code;
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}
