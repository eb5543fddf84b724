import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ReleasedDataset } from '../../core/schema/release.ts';
import { canonicalJson } from './content-hash.ts';

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
