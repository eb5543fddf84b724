import type { Place } from '../../data/schema/place.ts';
import { CompactPlaces, unpackPlaces } from '../../data/search/compact-places.ts';
import { loadDataFile } from './load-data-file.ts';
import { checkWithoutCompiling } from './schema-checks.ts';

/** Fetches the settlements, largest first; the browser keeps the file, so the map and the search may both ask. */
export function loadPlaces(datasetHash: string): Promise<Place[]> {
  checkWithoutCompiling();
  return loadDataFile(datasetHash, 'places.compact.json', (content) =>
    unpackPlaces(CompactPlaces.parse(content)),
  );
}
