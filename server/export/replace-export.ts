import { namesIn } from '../../data/files/names-in.ts';
import { type PutFile, replaceFolder } from '../../data/files/replace-folder.ts';

/** Stands in every export, so that no other folder is ever taken for one. */
const MARKER = '.family-esim-map-export';

/**
 * Writes an export into a folder in one step. Nobody's other files are deleted: a folder is replaced only when it is
 * empty or was written by this function.
 *
 * @throws Error for a folder that holds anything else, before `fill` is asked for anything.
 */
export async function replaceExport<T>(
  folder: string,
  fill: (put: PutFile) => Promise<T>,
): Promise<T> {
  const names = await namesIn(folder);
  if (names.length > 0 && !names.includes(MARKER)) {
    throw new Error(`${folder} holds something else than an export: name another folder`);
  }
  return replaceFolder(folder, async (put) => {
    await put(MARKER, '');
    return fill(put);
  });
}
