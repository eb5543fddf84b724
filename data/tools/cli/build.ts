import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { Vector, VectorDataset } from '../../core/eligibility/run-vectors.ts';
import { canonicalJson } from '../authored/content-hash.ts';
import { findProjectRoot, readDataFiles, readReleases } from '../authored/data-files.ts';
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

/** File of the vectors' own frozen facts; every other file holds questions with their answers. */
const DATASET_FILE = 'dataset.json';

/**
 * The golden vectors as one text to publish: the facts they are about and every question with the answer that the
 * rules must give, so that rules written elsewhere can be tested. Throws naming the file that does not fit.
 */
async function readGoldenVectors(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  const vectors = await Promise.all(
    names
      .filter((name) => name !== DATASET_FILE)
      .map((name) => readPart(join(folder, name), z.array(Vector))),
  );
  const dataset = await readPart(join(folder, DATASET_FILE), VectorDataset);
  return canonicalJson({ dataset, vectors: vectors.flat() });
}

async function readPart<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
}

const root = findProjectRoot(import.meta.dirname);
const dataFolder = join(root, 'data');
const factsFolder = join(dataFolder, 'facts');
const distFolder = join(dataFolder, 'dist');

const authored = await readDataFiles(factsFolder);
const vectors = await readGoldenVectors(join(root, 'test/vectors'));
const releases = await readReleases(join(factsFolder, 'releases'));
const codeFolder = join(import.meta.dirname, '../..');
const lockFile = join(root, 'package-lock.json');
const packages = [
  lockFile,
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
  const program = await stampInputs(new Map(), codeFolder, [lockFile]);
  const { makeDist } = await import('../publish/build-dist.ts');
  const isMade = await makeDist({
    root,
    authored,
    vectors,
    releases,
    inputs,
    territoryStamp,
    program,
  });
  if (!isMade) process.exitCode = 1;
}
