import type { FeatureCollection } from 'geojson';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import type { Place } from '../../../data/core/schema/region.ts';
import { CompactPlaces, unpackPlaces } from '../../../data/core/search/compact-places.ts';
import { placeName } from '../../i18n/grammar/names.ts';
import { loadDataFile } from './loading.ts';
import { checkWithoutCompiling } from './schema-checks.ts';

/** Fetches the settlements, largest first; the browser keeps the file, so the map and the search may both ask. */
export function loadPlaces(datasetHash: string): Promise<Place[]> {
  checkWithoutCompiling();
  return loadDataFile(datasetHash, 'places.compact.json', (content) =>
    unpackPlaces(CompactPlaces.parse(content)),
  );
}

/** Smaller places have no room on the map and are found by search. */
const LEAST_POPULATION = 20_000;

/** Cities as points with a name in the language; those without a Chinese name keep their Latin one. */
export async function loadCities(
  datasetHash: string,
  language: Language,
): Promise<FeatureCollection> {
  const places = await loadPlaces(datasetHash);
  return {
    type: 'FeatureCollection',
    features: places
      .filter((place) => place.population >= LEAST_POPULATION)
      .map((place) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
        properties: { name: placeName(place, language), population: place.population },
      })),
  };
}
