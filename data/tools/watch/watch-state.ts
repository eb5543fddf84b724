import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { IsoDate } from '../../core/schema/dates.ts';
import { replaceFile } from '../files/replace.ts';

/** What is remembered of a source between two runs. */
export const Seen = z.strictObject({
  url: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** SHA-256 of the bytes, for media types without text. */
  hash: z.string(),
  text: z.string().optional(),
  /** Last day on which the page was read or said to be the same. */
  lookedOn: IsoDate,
  /** How many runs in a row did not get an answer. */
  failures: z.int().min(0),
  /** A change that was told and is not yet told again. */
  told: z.string().optional(),
});
export type Seen = z.infer<typeof Seen>;

/** A folder with a file for each source. */
export interface WatchState {
  read(sourceId: string): Promise<Seen | undefined>;
  write(sourceId: string, seen: Seen): Promise<void>;
}

/** The state in a folder, which is made when something is written. A broken file counts as none and is written anew. */
export function createWatchState(folder: string): WatchState {
  const fileOf = (sourceId: string) => join(folder, `${sourceId}.json`);
  return {
    async read(sourceId) {
      try {
        const parsed = Seen.safeParse(JSON.parse(await readFile(fileOf(sourceId), 'utf8')));
        return parsed.success ? parsed.data : undefined;
      } catch {
        return undefined;
      }
    },
    async write(sourceId, seen) {
      await mkdir(folder, { recursive: true });
      await replaceFile(fileOf(sourceId), `${JSON.stringify(seen, null, 2)}\n`);
    },
  };
}
