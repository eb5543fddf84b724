import { join } from 'node:path';
import * as z from 'zod';
import { createAssessor } from '../../core/eligibility/create-assessor.ts';
import { buildChangeLog, takeSnapshot } from '../../core/history/compare-releases.ts';
import { type Counts, countContents, Dataset } from '../../core/schema/dataset.ts';
import { datasetFile } from '../../core/schema/dataset-file.ts';
import { datasetIn } from '../../core/schema/dataset-in-language.ts';
import { DeviceModel } from '../../core/schema/device.ts';
import { LANGUAGES } from '../../core/schema/localized-text.ts';
import type { Region } from '../../core/schema/region.ts';
import { packDevices } from '../../core/search/devices/compact-devices.ts';
import { type AuthoredData, spellingsOf } from '../authored/authored-data.ts';
import { canonicalJson, type FileContents, hashFiles, sha256 } from '../authored/content-hash.ts';
import { type DataFiles, parseData } from '../authored/data-files.ts';
import { formatIssue, Issue } from '../authored/issue.ts';
import { checkBoundaryFiles } from '../boundaries/check-topology.ts';
import { type KeptWork, openKeptWork } from '../files/kept-work.ts';
import { replaceFolder } from '../files/replace.ts';
import { checkTowns } from '../import/places/official-towns.ts';
import { lintData } from '../lint/lint-data.ts';
import { resolveDataset } from '../resolve/resolve-dataset.ts';
import { type FileReady, makeDownloads } from './make-downloads.ts';
import { precompress } from './precompress.ts';
import { makeTerritory, readTerritory, type Territory } from './territory.ts';

/** A finished build, or everything that stands in its way. */
export type BuildResult =
  | { ok: true; files: FileContents; hash: string; counts: Counts; warnings: Issue[] }
  | { ok: false; issues: Issue[] };

/** What a build takes from elsewhere than the authored files. */
interface BuildSurroundings {
  /** Stamp of everything the build depends on, kept in `build-info.json`. */
  inputs: string;
  /** Text of the golden vectors, published with the downloads. */
  vectors: string;
  /** Released versions by version, each the text of a `ReleasedDataset`. */
  releases: ReadonlyMap<string, string>;
  /** Makes boundaries and settlements for the parsed regions; called once lint has passed. */
  territory: (regions: readonly Region[]) => Promise<Territory>;
  /** What earlier builds made of the same. */
  kept: KeptWork;
  /** Hears of a large file as soon as it is there. */
  ready?: FileReady;
}

/**
 * Makes every generated file out of the authored ones: parse, lint, resolve, check the result against the
 * built schema, hash. Pure: the same texts and the same territory give the same bytes.
 */
export async function buildDist(
  authored: DataFiles,
  surroundings: BuildSurroundings,
): Promise<BuildResult> {
  const { data, issues: parseIssues } = parseData(authored);
  const issues = [...parseIssues, ...lintData(data, { complete: parseIssues.length === 0 })];
  if (issues.some(({ level }) => level === 'error')) return { ok: false, issues };

  const territory = await surroundings.territory(data.regions.map(({ value }) => value));
  const regionIds = data.regions.map(({ value }) => value.id);
  const broken = [
    ...(await checkBoundaries(territory, regionIds, surroundings.kept)),
    ...(territory.officialTowns === undefined
      ? []
      : checkTowns(territory.officialTowns, territory.places)),
  ];
  if (broken.length > 0) return { ok: false, issues: [...issues, ...broken] };

  const facts = resolveFacts(data, territory);
  for (const [name, content] of facts.files) surroundings.ready?.(name, content);
  const files = new Map([
    ...facts.files,
    ...(await deriveFiles(facts, data, territory, surroundings)),
  ]);
  const { dataset, devices } = facts;
  const counts = countContents(dataset, devices, territory.places);
  const info = {
    hash: dataset.hash,
    inputs: surroundings.inputs,
    version: dataset.version,
    counts,
    files: Object.fromEntries([...files].map(([name, bytes]) => [name, sha256(bytes)])),
  };
  files.set('build-info.json', `${canonicalJson(info)}\n`);
  return { ok: true, files, hash: dataset.hash, counts, warnings: issues };
}

/** What is wrong with the boundaries. Nothing else goes into it, and it takes as long as the lint. */
async function checkBoundaries(
  { boundaries, files }: Territory,
  regionIds: readonly string[],
  kept: KeptWork,
): Promise<Issue[]> {
  const inputs = ['checked boundaries', hashFiles(files), JSON.stringify(regionIds)];
  const issues = await kept.reuse(inputs, () =>
    Buffer.from(JSON.stringify(checkBoundaryFiles(boundaries, files, regionIds))),
  );
  return z.array(Issue).parse(JSON.parse(Buffer.from(issues).toString()));
}

/** What answers are a function of, and the files that hold it. */
interface Facts {
  dataset: Dataset;
  devices: DeviceModel[];
  files: Map<string, string | Uint8Array>;
}

/** Resolves the facts; the dataset carries the hash over all of them, itself without it. */
function resolveFacts(data: AuthoredData, territory: Territory): Facts {
  const { shapes, places, files, boundarySource } = territory;
  const resolved = {
    ...resolveDataset(data, shapes),
    ...(boundarySource === undefined ? {} : { boundarySource }),
  };
  const devices = data.devices
    .flatMap(({ value }) => value.models)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((model) => DeviceModel.parse(model));
  const datasetFiles = (dataset: object): [string, string][] => [
    ['dataset.json', canonicalJson(dataset)],
    ...LANGUAGES.map((language): [string, string] => [
      datasetFile(language),
      canonicalJson(datasetIn(language, dataset)),
    ]),
  ];
  const content = new Map([
    ...files,
    ...datasetFiles(resolved),
    ['devices.json', canonicalJson(devices)],
    [
      'devices.compact.json',
      canonicalJson(packDevices({ models: devices, spellings: spellingsOf(data.devices) })),
    ],
    ['places.json', canonicalJson(places)],
  ]);
  const dataset = Dataset.parse({ ...resolved, hash: hashFiles(content) });
  return {
    dataset,
    devices,
    files: new Map([...content, ...datasetFiles(dataset)]),
  };
}

/** What is worked out from the facts ahead of any question: the map's verdicts, what changed, the downloads. */
async function deriveFiles(
  { dataset, devices }: Facts,
  data: AuthoredData,
  { places, boundaries }: Territory,
  { vectors, releases, kept, ready }: BuildSurroundings,
): Promise<Map<string, string | Uint8Array>> {
  const assessor = createAssessor(dataset, devices);
  const summaries = dataset.regions.map(({ id }) =>
    assessor.summariseRegion(id, dataset.checkedOn),
  );
  const changes = buildChangeLog(
    data.releases.map(({ value }) => value),
    takeSnapshot(dataset, summaries, dataset.checkedOn),
  );
  const downloads = await makeDownloads({
    dataset,
    devices,
    places,
    boundaries,
    assessor,
    vectors,
    kept,
    ...(ready && { ready }),
  });
  return new Map<string, string | Uint8Array>([
    ['summaries.json', canonicalJson(summaries)],
    ['changes.json', canonicalJson(changes)],
    ...[...releases].map(([version, text]): [string, string] => [`releases/${version}.json`, text]),
    ...[...downloads].map(([name, bytes]): [string, Uint8Array] => [`downloads/${name}`, bytes]),
  ]);
}

/** What a build is made from, as it was read. */
interface DistInput {
  root: string;
  authored: DataFiles;
  /** Text of the golden vectors. */
  vectors: string;
  releases: ReadonlyMap<string, string>;
  /** Stamp of all inputs. */
  inputs: string;
  /** Stamp of those that boundaries and settlements are made from. */
  territoryStamp: string;
  /** Stamp of the code and the packages that make the files. */
  program: string;
}

/**
 * Makes `data/dist` and prints what it holds, or every problem that stands in the way. What earlier builds
 * worked out of the same is taken over. @returns whether the folder was made
 */
export async function makeDist(input: DistInput): Promise<boolean> {
  const { root, authored, vectors, releases, inputs, territoryStamp, program } = input;
  const dataFolder = join(root, 'data');
  const distFolder = join(dataFolder, 'dist');
  const kept = openKeptWork(join(root, 'build/kept/data'), program);
  const result = await buildDist(authored, {
    inputs,
    vectors,
    releases,
    kept,
    // Coded on other threads while this one makes further files; the error of one comes again when all are asked for.
    ready: (name, content) => {
      precompress(new Map([[name, content]]), kept).catch(() => undefined);
    },
    territory: (regions) =>
      readTerritory(dataFolder, kept, {
        stamp: territoryStamp,
        make: () => makeTerritory(dataFolder, regions),
      }),
  });
  if (!result.ok) {
    for (const issue of result.issues) console.error(formatIssue(issue));
    console.error(`data/dist is left as it was: ${result.issues.length} problems.`);
    return false;
  }
  for (const warning of result.warnings) console.warn(formatIssue(warning));
  const encoded = await precompress(result.files, kept);
  await replaceFolder(distFolder, async (put) => {
    for (const [name, content] of [...result.files, ...encoded]) await put(name, content);
  });
  await kept.sweep();
  const counts = Object.entries(result.counts).map(([name, count]) => `${name} ${count}`);
  console.log(`data/dist: ${counts.join(', ')}; hash ${result.hash.slice(0, 12)}`);
  return true;
}
