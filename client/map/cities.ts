import type { FeatureCollection } from 'geojson';
import type { Language } from '../../data/schema/localized-text.ts';
import type { Place } from '../../data/schema/place.ts';
import { dataFileUrl } from '../state/data-files.ts';

/** Smaller places are found by search and would only crowd the map. */
const LEAST_POPULATION = 20_000;

type City = Pick<Place, 'name' | 'lon' | 'lat' | 'population'>;

/** The few fields that are drawn; the file was parsed in full when it was built. */
function isCity(value: unknown): value is City {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'object' &&
    'lon' in value &&
    typeof value.lon === 'number' &&
    'lat' in value &&
    typeof value.lat === 'number' &&
    'population' in value &&
    typeof value.population === 'number'
  );
}

/** Cities as points with a name in the language; those without a Chinese name keep their Latin one. */
export async function loadCities(
  datasetHash: string,
  language: Language,
): Promise<FeatureCollection> {
  const url = dataFileUrl(datasetHash, 'places.json');
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}, expected the places`);
  const places: unknown = await response.json();
  if (!Array.isArray(places)) throw new Error(`${url} holds no list of places`);
  return {
    type: 'FeatureCollection',
    features: places
      .filter(isCity)
      .filter((place) => place.population >= LEAST_POPULATION)
      .map(({ name, lon, lat, population }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [lon, lat] },
        properties: { name: name[language] ?? name.en, population },
      })),
  };
}
