import type { Language } from './localized-text.ts';

/**
 * Name of the file in `data/dist` that holds the dataset for readers of one language. Pages ask for it before they load what reads
 * it: no schema comes with it.
 */
export function datasetFile<L extends Language>(language: L): `dataset.${L}.json` {
  return `dataset.${language}.json`;
}
