import { join } from 'node:path';
import * as z from 'zod';
import { DownloadEntry } from '../../data/schema/download.ts';
import { readIfThere } from './read-if-there.ts';

/** The files of `data/dist/downloads` as its `index.json` lists them; none where no downloads were built. */
export async function readDownloadIndex(folder: string): Promise<DownloadEntry[]> {
  const text = (await readIfThere(join(folder, 'index.json'))) ?? '[]';
  return z.array(DownloadEntry).parse(JSON.parse(text));
}
