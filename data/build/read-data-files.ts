import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { namesIn } from '../files/names-in.ts';
import { FOLDER_NAMES } from './authored-data.ts';

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
