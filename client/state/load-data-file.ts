import { type DataFile, dataFileUrl } from './data-files.ts';

/** Fetches a data file and reads it; throws naming the file where it does not come or is not what `read` expects. */
export async function loadDataFile<T>(
  datasetHash: string,
  file: DataFile,
  read: (content: unknown) => T,
): Promise<T> {
  const url = dataFileUrl(datasetHash, file);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}, expected the file`);
  const content: unknown = await response.json();
  try {
    return read(content);
  } catch (cause) {
    throw new Error(`${url} holds something else than this script expects`, { cause });
  }
}
