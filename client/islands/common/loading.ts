import { type DataFile, dataFileUrl } from '../../components/context/data-files.ts';

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

/** Loads when first asked and keeps what came; what failed is tried again by whoever asks next. */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    if (loading === undefined) {
      loading = load();
      loading.catch(() => {
        loading = undefined;
      });
    }
    return loading;
  };
}
