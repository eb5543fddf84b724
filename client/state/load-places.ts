import type { Place } from '../../data/schema/place.ts';
import { dataFileUrl } from './data-files.ts';

/** The fields that are read; the file was parsed in full when it was built. */
function isPlace(value: unknown): value is Place {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'object' &&
    'regionId' in value &&
    typeof value.regionId === 'string' &&
    'lon' in value &&
    typeof value.lon === 'number' &&
    'lat' in value &&
    typeof value.lat === 'number' &&
    'population' in value &&
    typeof value.population === 'number' &&
    'alternates' in value &&
    Array.isArray(value.alternates)
  );
}

/** Fetches the settlements; the browser keeps the file, so the map and the search may both ask. */
export async function loadPlaces(datasetHash: string): Promise<Place[]> {
  const url = dataFileUrl(datasetHash, 'places.json');
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}, expected the places`);
  const places: unknown = await response.json();
  if (!Array.isArray(places)) throw new Error(`${url} holds no list of places`);
  return places.filter(isPlace);
}
