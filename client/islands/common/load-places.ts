import type { Place } from '../../../data/core/schema/place.ts';
import { CompactPlaces, unpackPlaces } from '../../../data/core/search/compact-places.ts';
import { loadDataFile } from './loading.ts';
import { checkWithoutCompiling } from './schema-checks.ts';

/** Fetches the settlements, largest first; the browser keeps the file, so the map and the search may both ask. */
export function loadPlaces(datasetHash: string): Promise<Place[]> {
  checkWithoutCompiling();
  return loadDataFile(datasetHash, 'places.compact.json', (content) =>
    unpackPlaces(CompactPlaces.parse(content)),
  );
}
