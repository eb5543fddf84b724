import MiniSearch from 'minisearch';
import { loadPlaces } from '../state/load-places.ts';
import type { PageData } from '../state/page-data.ts';
import type { Search, SearchHit } from './search-hits.ts';

/** A region weighs as much as the largest city, so that `Новосибирск` offers both, the region second. */
const REGION_POPULATION = 1_000_000;

const fold = (text: string): string => text.toLocaleLowerCase().replaceAll('ё', 'е');

/** Words, and for Chinese, which has no spaces, every character. */
function tokens(text: string): string[] {
  return fold(text).match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
}

/** One typo from five letters on, two from eight: shorter words would match anything. */
const typos = (word: string): number => (word.length < 5 ? 0 : word.length < 8 ? 1 : 2);

interface Entry {
  id: number;
  names: string;
  population: number;
}

/** Finds regions and settlements by any of their names, in three scripts, with typos. */
export async function createFullSearch(data: PageData): Promise<Search> {
  const places = await loadPlaces(data.datasetHash);
  const regionNames = new Map(data.regions.map((region) => [region.id, region.name]));
  const hits: SearchHit[] = [];
  const entries: Entry[] = [];
  const add = (hit: SearchHit, names: readonly string[], population: number): void => {
    entries.push({ id: hits.length, names: names.join(' '), population });
    hits.push(hit);
  };
  for (const { id, name, otherNames } of data.regions) {
    const hit = { kind: 'region' as const, name, regionId: id, regionName: name };
    add(hit, [name, ...otherNames, id.replace('-', ' ')], REGION_POPULATION);
  }
  for (const { name, alternates, regionId, lon, lat, population } of places) {
    const hit: SearchHit = {
      kind: 'place',
      name: name[data.language] ?? name.en,
      regionId,
      regionName: regionNames.get(regionId) ?? regionId,
      point: [lon, lat],
    };
    add(hit, [name.ru, name.en, name.zh ?? '', ...alternates], population);
  }
  const index = new MiniSearch<Entry>({
    fields: ['names'],
    storeFields: ['population'],
    tokenize: tokens,
    processTerm: fold,
    searchOptions: {
      prefix: true,
      fuzzy: typos,
      combineWith: 'AND',
      weights: { prefix: 0.7, fuzzy: 0.2 },
      boostDocument: (_id, _term, stored) => Math.log10(Number(stored?.['population'] ?? 0) + 10),
    },
  });
  index.addAll(entries);
  return (query) =>
    index.search(query).flatMap(({ id }) => {
      const hit: unknown = id;
      const found = typeof hit === 'number' ? hits[hit] : undefined;
      return found === undefined ? [] : [found];
    });
}
