import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { CountryOutlines } from '../../client/server-entry.tsx';
import { RegionId } from '../../data/schema/ids.ts';

const Outlines = z.object({
  viewBox: z.string(),
  paths: z.record(RegionId, z.string()),
  labelPoints: z.record(RegionId, z.tuple([z.number(), z.number()])),
});

/** Reads a drawn map of `data/dist/locators`; `undefined` where none was built: pages then show none. */
export async function readOutlines(path: string): Promise<CountryOutlines | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Outlines.parse(JSON.parse(text));
}
