import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from './canonical-json.ts';
import { unpackRelease } from './released-dataset.ts';

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
      throw new Error(`data/releases/${name} does not fit the schema of today`, { cause: error });
    }
  });
  return new Map(await Promise.all(releases));
}
