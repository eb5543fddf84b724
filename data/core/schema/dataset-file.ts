import type { Language } from './localized-text.ts';

/** Name of the file in `data/dist` that holds the dataset for readers of one language. */
export function datasetFile<L extends Language>(language: L): `dataset.${L}.json` {
  return `dataset.${language}.json`;
}
