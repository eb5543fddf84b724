import type { Place } from '../../data/schema/place.ts';
import { CompactPlaces, unpackPlaces } from '../../data/search/compact-places.ts';
import { dataFileUrl } from './data-files.ts';
import { checkWithoutCompiling } from './schema-checks.ts';

/** Fetches the settlements, largest first; the browser keeps the file, so the map and the search may both ask. */
export async function loadPlaces(datasetHash: string): Promise<Place[]> {
  checkWithoutCompiling();
  const url = dataFileUrl(datasetHash, 'places.compact.json');
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}, expected the places`);
  return unpackPlaces(CompactPlaces.parse(await response.json()));
}
