import { join } from 'node:path';
import { formatIssue } from '../authored/issue.ts';
import { findProjectRoot, readDataFiles } from '../authored/read-data-files.ts';
import { readReleases } from '../authored/read-releases.ts';
import { replaceFolder } from '../files/replace.ts';
import { importedBoundariesFile } from '../import/boundaries/import-boundaries.ts';
import { officialTownsFile, placeCorrectionsFile } from '../import/places/read-region-places.ts';
import { buildDist } from '../publish/build-dist.ts';
import { isUpToDate, stampInputs } from '../publish/input-stamp.ts';
import { precompress } from '../publish/precompress.ts';
import { readGoldenVectors } from '../publish/read-golden-vectors.ts';
import { makeTerritory } from '../publish/territory.ts';

const root = findProjectRoot(import.meta.dirname);
const dataFolder = join(root, 'data');
const factsFolder = join(dataFolder, 'facts');
const distFolder = join(dataFolder, 'dist');

const authored = await readDataFiles(factsFolder);
const vectors = await readGoldenVectors(join(root, 'test/vectors'));
const releases = await readReleases(join(factsFolder, 'releases'));
const codeFolder = join(import.meta.dirname, '../..');
const inputs = await stampInputs(
  new Map([...authored, ['vectors', vectors], ...releases]),
  codeFolder,
  [
    join(root, 'package-lock.json'),
    placeCorrectionsFile(dataFolder),
    officialTownsFile(dataFolder),
    importedBoundariesFile(dataFolder),
  ],
);
if (await isUpToDate(distFolder, inputs)) {
  console.log('data/dist is up to date');
} else {
  const result = await buildDist(authored, {
    inputs,
    vectors,
    releases,
    territory: (regions) => makeTerritory(dataFolder, regions),
  });
  if (result.ok) {
    for (const warning of result.warnings) console.warn(formatIssue(warning));
    const encoded = await precompress(result.files);
    await replaceFolder(distFolder, async (put) => {
      for (const [name, content] of [...result.files, ...encoded]) await put(name, content);
    });
    const counts = Object.entries(result.counts).map(([name, count]) => `${name} ${count}`);
    console.log(`data/dist: ${counts.join(', ')}; hash ${result.hash.slice(0, 12)}`);
  } else {
    for (const issue of result.issues) console.error(formatIssue(issue));
    console.error(`data/dist is left as it was: ${result.issues.length} problems.`);
    process.exitCode = 1;
  }
}
