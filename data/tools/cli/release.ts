import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describeMoves, takeSnapshot } from '../../core/history/compare-releases.ts';
import { formatJson } from '../authored/format-json.ts';
import { findProjectRoot, packRelease } from '../authored/read-data-files.ts';
import { readDist } from '../files/read-dist.ts';
import { replaceFile } from '../files/replace.ts';

// npm run data:release: keeps the built data as a released version, for good.
const dataFolder = join(findProjectRoot(import.meta.dirname), 'data');
const { dataset, devices, summaries, changes } = await readDist(join(dataFolder, 'dist'));
const folder = join(dataFolder, 'facts/releases');
const { version } = dataset;

if (existsSync(join(folder, `${version}.json`))) {
  console.error(
    `Version ${version} is released already and stays as it is: raise the version in data/facts/release.json.`,
  );
  process.exitCode = 1;
} else {
  const snapshot = takeSnapshot(dataset, summaries, dataset.checkedOn);
  const packed = packRelease({ dataset, devices: [...devices] });
  await mkdir(folder, { recursive: true });
  await replaceFile(join(folder, `${version}.dataset.json.gz`), packed);
  await replaceFile(join(folder, `${version}.json`), formatJson(snapshot));
  const sentences = describeMoves(changes.unreleased, {
    regions: new Map(dataset.regions.map(({ id, name }) => [id, name.en])),
    operators: new Map(dataset.operators.map(({ id, brand }) => [id, brand.en])),
  });
  console.log([`Released ${version}: ${packed.length} bytes kept.`, ...sentences].join('\n'));
}
