import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ReleasedDataset } from '../../core/schema/release.ts';
import { namesIn } from '../files/replace.ts';
import { FOLDER_NAMES } from './authored-data.ts';
import { canonicalJson } from './content-hash.ts';

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
