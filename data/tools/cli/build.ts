import { join } from 'node:path';
import { findProjectRoot, readDataFiles } from '../authored/read-data-files.ts';
import { readReleases } from '../authored/read-releases.ts';
import {
  boundarySourceFile,
  importedBoundariesFile,
} from '../import/boundaries/import-boundaries.ts';
import {
  officialTownsFile,
  otherNamesFile,
  placeCorrectionsFile,
} from '../import/places/read-region-places.ts';
import { isUpToDate, stampInputs } from '../publish/input-stamp.ts';
import { readGoldenVectors } from '../publish/read-golden-vectors.ts';

const root = findProjectRoot(import.meta.dirname);
const dataFolder = join(root, 'data');
const factsFolder = join(dataFolder, 'facts');
const distFolder = join(dataFolder, 'dist');

const authored = await readDataFiles(factsFolder);
const vectors = await readGoldenVectors(join(root, 'test/vectors'));
const releases = await readReleases(join(factsFolder, 'releases'));
const codeFolder = join(import.meta.dirname, '../..');
const packages = [
  join(root, 'package-lock.json'),
  placeCorrectionsFile(dataFolder),
  officialTownsFile(dataFolder),
  otherNamesFile(dataFolder),
  importedBoundariesFile(dataFolder),
  boundarySourceFile(dataFolder),
];
const ofRegions = [...authored].filter(([file]) => file.startsWith('regions/'));
const territoryStamp = await stampInputs(new Map(ofRegions), codeFolder, packages);
const inputs = await stampInputs(
  new Map([...authored, ['vectors', vectors], ...releases]),
  codeFolder,
  packages,
);
if (await isUpToDate(distFolder, inputs)) {
  console.log('data/dist is up to date');
} else {
  // What makes the files is loaded only where there is something to make.
  const { makeDist } = await import('./make-dist.ts');
  const isMade = await makeDist({ root, authored, vectors, releases, inputs, territoryStamp });
  if (!isMade) process.exitCode = 1;
}
