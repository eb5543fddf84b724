import type { AuthoredData } from '../build/authored-data.ts';
import type { Located } from '../build/claims-of.ts';
import { LocalizedText } from '../schema/localized-text.ts';
import { formatPath } from './issue.ts';
import { valuesInFiles } from './values-in-files.ts';

/** Every text in three languages, in every file that has such texts. */
export function localizedTextsIn(data: AuthoredData): Located<LocalizedText>[] {
  return [...valuesInFiles(data)].flatMap(({ file, value, keys }) => {
    const text = LocalizedText.safeParse(value);
    return text.success ? [{ file, path: formatPath(keys), value: text.data }] : [];
  });
}
