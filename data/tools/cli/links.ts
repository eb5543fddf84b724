import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseData } from '../authored/parse-data.ts';
import { findProjectRoot, readDataFiles } from '../authored/read-data-files.ts';
import { replaceFile } from '../files/replace.ts';
import { checkLinks } from '../watch/check-links.ts';

// npm run data:links: asks every source's address, for maintainers; never part of a build or of CI.
const root = findProjectRoot(import.meta.dirname);
const { data } = parseData(await readDataFiles(join(root, 'data/facts')));
const results = await checkLinks(
  data.sources.map(({ value }) => value),
  {
    fetch,
    timeout: 20_000,
    concurrency: 4,
    userAgent: 'family-esim-map link check (one request per source, run by hand)',
  },
);
const lines = results
  .filter(({ state }) => state !== 'fine')
  .map(({ state, sourceId, url, detail }) => `${state}\t${sourceId}\t${url}\t${detail}`);
const report = join(root, 'build', 'links.tsv');
await mkdir(join(root, 'build'), { recursive: true });
await replaceFile(report, `${['state\tsource\taddress\tdetail', ...lines].join('\n')}\n`);
console.log(`${results.length} sources, ${lines.length} to look at: build/links.tsv`);
