import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { CompactPlaces, unpackPlaces } from '../../data/core/search/compact-places.ts';
import { SearchNames, searchByNames } from '../../data/core/search/search-names.ts';
import { findProjectRoot } from '../../data/tools/authored/read-data-files.ts';

// npm run bench:search: how long the browser's index takes to load, and the slowest of a thousand queries (goals: 150 ms on
// a processor four times slower, that is 37 ms here; 5 ms).
const QUERIES = 1_000;
const GOALS = { loadMs: 37, slowestMs: 5 };

const root = findProjectRoot(import.meta.dirname);
const read = (name: string): Promise<string> => readFile(join(root, 'data/dist', name), 'utf8');
const [placesText, namesText, queriesText] = await Promise.all([
  read('places.compact.json'),
  read('search-names.json'),
  readFile(join(root, 'test/data/core/search/queries.json'), 'utf8'),
]);

function load() {
  const places = unpackPlaces(CompactPlaces.parse(JSON.parse(placesText)));
  return searchByNames(SearchNames.parse(JSON.parse(namesText)), places);
}

const loads = Array.from({ length: 5 }, () => {
  const started = performance.now();
  load();
  return performance.now() - started;
});
const { search } = load();
const written = z
  .array(z.tuple([z.string(), z.string()]).rest(z.string()))
  .parse(JSON.parse(queriesText));
// Whole queries, and what stands in the field while they are typed.
const queries = written
  .flatMap(([, query]) => [query, query.slice(0, Math.ceil(query.length / 2)), query.slice(0, 3)])
  .slice(0, QUERIES);
// What only misspelt queries need is made once.
for (const query of ['Новосибриск', 'Tscheljabinsk', 'в Казани']) search(query, 8);
const times = queries.map((query) => {
  const started = performance.now();
  search(query, 8);
  return { query, ms: performance.now() - started };
});
const byTime = times.toSorted((a, b) => b.ms - a.ms);
const sum = times.reduce((all, { ms }) => all + ms, 0);
console.log(
  `index: ${Math.min(...loads).toFixed(0)} ms at best of ${loads.length}, ${Math.max(...loads).toFixed(0)} ms at worst (goal ${GOALS.loadMs})`,
);
console.log(
  `${queries.length} queries: ${(sum / queries.length).toFixed(2)} ms each, slowest ${byTime
    .slice(0, 3)
    .map(({ query, ms }) => `${ms.toFixed(1)} ms (${query})`)
    .join(', ')} (goal ${GOALS.slowestMs} ms)`,
);
