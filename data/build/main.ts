import { join } from 'node:path';
import { replaceFolder } from '../files/replace-folder.ts';
import { formatIssue } from '../lint/issue.ts';
import { buildDist } from './build-dist.ts';
import { isUpToDate, stampInputs } from './input-stamp.ts';
import { makeTerritory } from './make-territory.ts';
import { precompress } from './precompress.ts';
import { findProjectRoot } from './project-root.ts';
import { readDataFiles } from './read-data-files.ts';
import { readGoldenVectors } from './read-golden-vectors.ts';
import { readReleases } from './read-releases.ts';
import { importedBoundariesFile, placeCorrectionsFile } from './territory-files.ts';

const root = findProjectRoot(import.meta.dirname);
const dataFolder = join(root, 'data');
const distFolder = join(dataFolder, 'dist');

const authored = await readDataFiles(dataFolder);
const vectors = await readGoldenVectors(join(root, 'test/vectors'));
const releases = await readReleases(join(dataFolder, 'releases'));
const codeFolder = join(import.meta.dirname, '..');
const inputs = await stampInputs(
  new Map([...authored, ['vectors', vectors], ...releases]),
  codeFolder,
  [
    join(root, 'package-lock.json'),
    placeCorrectionsFile(dataFolder),
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
    await replaceFolder(distFolder, new Map([...result.files, ...encoded]));
    const counts = Object.entries(result.counts).map(([name, count]) => `${name} ${count}`);
    console.log(`data/dist: ${counts.join(', ')}; hash ${result.hash.slice(0, 12)}`);
  } else {
    for (const issue of result.issues) console.error(formatIssue(issue));
    console.error(`data/dist is left as it was: ${result.issues.length} problems.`);
    process.exitCode = 1;
  }
}
