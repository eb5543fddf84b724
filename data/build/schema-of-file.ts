import type * as z from 'zod';
import { FOLDER_NAMES, FOLDER_SCHEMAS, Release } from './authored-data.ts';
import { RELEASE_FILE } from './read-data-files.ts';

/** The schema of an authored file by its name below the data folder; `undefined` for a file that holds no facts. */
export function schemaOfFile(file: string): z.ZodType | undefined {
  if (file === RELEASE_FILE) return Release;
  const folder = FOLDER_NAMES.find((name) => file.startsWith(`${name}/`));
  return folder === undefined ? undefined : FOLDER_SCHEMAS[folder];
}
