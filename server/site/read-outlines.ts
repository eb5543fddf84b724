import * as z from 'zod';
import type { CountryOutlines } from '../../client/server-entry.tsx';
import { RegionId } from '../../data/schema/ids.ts';
import { readIfThere } from './read-if-there.ts';

const Outlines = z.object({
  viewBox: z.string(),
  paths: z.record(RegionId, z.string()),
  labelPoints: z.record(RegionId, z.tuple([z.number(), z.number()])),
});

/** Reads a drawn map of `data/dist/locators`; `undefined` where none was built: pages then show none. */
export async function readOutlines(path: string): Promise<CountryOutlines | undefined> {
  const text = await readIfThere(path);
  return text === undefined ? undefined : Outlines.parse(JSON.parse(text));
}
