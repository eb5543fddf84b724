import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type * as z from 'zod';
import { ReleasedDataset } from '../../core/schema/release.ts';
import { namesIn } from '../files/replace.ts';
import {
  type AuthoredData,
  type Entry,
  FOLDER_NAMES,
  FOLDER_SCHEMAS,
  type FolderName,
  Release,
} from './authored-data.ts';
import { canonicalJson } from './content-hash.ts';
import { formatPath, type Issue } from './issue.ts';

/** Text of every authored file by its name below the data folder (`operators/mts.json`), in order of names. */
export type DataFiles = ReadonlyMap<string, string>;

/** Name of the file that says which release the data is. */
export const RELEASE_FILE = 'release.json';

/** Reads all authored JSON files below a data folder. A missing folder is an empty one; any other failure throws. */
export async function readDataFiles(dataFolder: string): Promise<DataFiles> {
  const names: string[] = (await namesIn(dataFolder)).filter((name) => name === RELEASE_FILE);
  for (const folder of FOLDER_NAMES) {
    const entries = await namesIn(join(dataFolder, folder));
    names.push(
      ...entries.filter((name) => name.endsWith('.json')).map((name) => `${folder}/${name}`),
    );
  }
  const texts = await Promise.all(
    names.map(async (name) => [name, await readFile(join(dataFolder, name), 'utf8')] as const),
  );
  return new Map(texts.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A parsed JSON text, or the reason why it is not one. */
type ParsedJson = { ok: true; value: unknown } | { ok: false; problem: string };

/** Parses a JSON text; the problem of a broken one names line and column. */
export function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const offset = /position (\d+)/.exec(message)?.[1];
    if (offset === undefined) return { ok: false, problem: message };
    const before = text.slice(0, Number(offset)).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    return { ok: false, problem: `line ${before.length}, column ${column}: ${message}` };
  }
}

/** Path of a file in an installed package. */
export function packageFile(path: string): string {
  return createRequire(import.meta.url).resolve(path);
}

/**
 * Reads a JSON file that may be missing only if `optional`; it is undefined then.
 * @throws Error naming the file when it is missing or not JSON.
 */
export async function readJson(file: string, { optional = false } = {}): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (optional && error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  });
  if (text === undefined) return undefined;
  const json = parseJson(text);
  if (!json.ok) throw new Error(`${file}: ${json.problem}; install the packages again`);
  return json.value;
}

/** The nearest folder above with a `package.json`: the compiled code lies deeper than the sources do. */
export function findProjectRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from)
    throw new Error('no package.json in any folder above: run this inside the project');
  return findProjectRoot(parent);
}

/** Packs a released version for keeping: canonical JSON, gzip at its best; the same content gives the same bytes. */
export function packRelease(release: ReleasedDataset): Uint8Array {
  return gzipSync(canonicalJson(release), { level: 9 });
}

/** Unpacks and parses a kept version. Throws when the bytes are not gzip or the content no released dataset. */
export function unpackRelease(bytes: Uint8Array): ReleasedDataset {
  return ReleasedDataset.parse(JSON.parse(gunzipSync(bytes).toString('utf8')));
}

const ENDING = '.dataset.json.gz';

/**
 * The kept versions of the data by version, each as the text of a `ReleasedDataset`. A version that no longer
 * fits the schema stops the build with its name: it has to be carried over, because it can still be asked.
 */
export async function readReleases(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ENDING)).toSorted();
  const releases = names.map(async (name): Promise<[string, string]> => {
    const bytes = await readFile(join(folder, name));
    try {
      return [name.slice(0, -ENDING.length), canonicalJson(unpackRelease(bytes))];
    } catch (error) {
      throw new Error(`data/facts/releases/${name} does not fit the schema of today`, {
        cause: error,
      });
    }
  });
  return new Map(await Promise.all(releases));
}

/** What could be read and everything that could not. */
interface ParsedData {
  /** Files without problems; complete only when `issues` is empty. */
  data: AuthoredData;
  issues: Issue[];
}

/** Parses every file against the schema of its folder and collects all problems of all files. */
export function parseData(files: DataFiles): ParsedData {
  const issues: Issue[] = [];

  function parseFile<T>(schema: z.ZodType<T>, file: string, text: string): Entry<T>[] {
    const json = parseJson(text);
    if (!json.ok) {
      issues.push({
        level: 'error',
        file,
        path: '',
        message: `not valid JSON: ${json.problem}`,
        tip: 'mend the syntax at that place; comments and trailing commas are not allowed',
        rule: 'schema',
      });
      return [];
    }
    const parsed = schema.safeParse(json.value);
    if (parsed.success) return [{ file, value: parsed.data }];
    issues.push(...parsed.error.issues.map((issue) => describeIssue(file, issue)));
    return [];
  }

  function parseFolder<T>(schema: z.ZodType<T>, folder: FolderName): Entry<T>[] {
    return [...files]
      .filter(([file]) => file.startsWith(`${folder}/`))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([file, text]) => parseFile(schema, file, text));
  }

  const release = parseFile(Release, RELEASE_FILE, files.get(RELEASE_FILE) ?? '{}');
  const data: AuthoredData = {
    release: release[0] ?? { file: RELEASE_FILE, value: { version: '0001-01-01' } },
    regions: parseFolder(FOLDER_SCHEMAS.regions, 'regions'),
    operators: parseFolder(FOLDER_SCHEMAS.operators, 'operators'),
    law: parseFolder(FOLDER_SCHEMAS.law, 'law'),
    restrictions: parseFolder(FOLDER_SCHEMAS.restrictions, 'restrictions'),
    background: parseFolder(FOLDER_SCHEMAS.background, 'background'),
    measures: parseFolder(FOLDER_SCHEMAS.measures, 'measures'),
    sources: parseFolder(FOLDER_SCHEMAS.sources, 'sources'),
    numbering: parseFolder(FOLDER_SCHEMAS.numbering, 'numbering'),
    devices: parseFolder(FOLDER_SCHEMAS.devices, 'devices'),
    releases: parseFolder(FOLDER_SCHEMAS.releases, 'releases'),
    cases: parseFolder(FOLDER_SCHEMAS.cases, 'cases'),
  };
  return { data, issues };
}

function describeIssue(file: string, issue: z.core.$ZodIssue): Issue {
  return {
    level: 'error',
    file,
    path: formatPath(issue.path),
    message: issue.message,
    tip: tipFor(issue),
    rule: 'schema',
  };
}

function tipFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'remove the key or correct its spelling; the schema of this file is in data/core/schema';
    case 'invalid_value':
      return `use one of: ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return `write a value of the kind ${issue.expected} here`;
    case 'too_small':
      return 'add what is missing: an empty value says nothing';
    default:
      return 'see the schema of this file in data/core/schema for what is allowed here';
  }
}

/** The schema of an authored file by its name below the data folder; `undefined` for a file that holds no facts. */
export function schemaOfFile(file: string): z.ZodType | undefined {
  if (file === RELEASE_FILE) return Release;
  const folder = FOLDER_NAMES.find((name) => file.startsWith(`${name}/`));
  return folder === undefined ? undefined : FOLDER_SCHEMAS[folder];
}
