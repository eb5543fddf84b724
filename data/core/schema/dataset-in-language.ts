import type { Dataset } from './dataset.ts';
import { inEachLanguage, type Language, LocalizedText } from './localized-text.ts';

/**
 * The dataset for a page in one language: every text is kept in that alone, as `{"ru": …}`. A reader on a slow line gets
 * two thirds of the bytes. `readDatasetIn` reads it.
 *
 * @param dataset a dataset, or the part of one whose hash is still to be made
 */
export function datasetIn(language: Language, dataset: unknown): unknown {
  return mapObjects(dataset, (value) => {
    const text = LocalizedText.safeParse(value);
    return text.success ? { [language]: text.data[language] } : undefined;
  });
}

/**
 * Reads what `datasetIn` made. The schema is not walked through: the build wrote the file out of a dataset that fits it, and
 * its address names the content. On a slow telephone that walk took longer than all answers together. The other languages
 * repeat the text, since nobody reads them there.
 *
 * @throws where the content is no dataset of this hash and language
 */
export function readDatasetIn(language: Language, hash: string, content: unknown): Dataset {
  const isText = (value: object): value is Record<Language, string> => {
    const [key, ...others] = Object.keys(value);
    return key === language && others.length === 0;
  };
  const read = mapObjects(content, (value) => {
    if (!isText(value)) return undefined;
    const text = value[language];
    return inEachLanguage(() => text);
  });
  if (!isDataset(read, hash)) throw new Error(`expected the dataset ${hash} in ${language}`);
  return read;
}

function isDataset(content: unknown, hash: string): content is Dataset {
  if (typeof content !== 'object' || content === null) return false;
  return 'schemaVersion' in content && content.schemaVersion === 1 && 'hash' in content
    ? content.hash === hash
    : false;
}

/** A copy of a JSON value in which some objects are replaced; inside those nothing is looked for. */
function mapObjects(value: unknown, replace: (value: object) => object | undefined): unknown {
  if (Array.isArray(value)) return value.map((entry) => mapObjects(entry, replace));
  if (typeof value !== 'object' || value === null) return value;
  const replaced = replace(value);
  if (replaced !== undefined) return replaced;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, mapObjects(entry, replace)]),
  );
}
