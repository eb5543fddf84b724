import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { Dataset } from '../schema/dataset.ts';
import { DeviceModel } from '../schema/device.ts';
import { Place } from '../schema/place.ts';
import { RegionSummary } from '../schema/region-summary.ts';
import { ChangeLog } from '../schema/release.ts';
import { ReleasedDataset } from '../schema/released-dataset.ts';

/** The built data, parsed and frozen. */
export interface Dist {
  dataset: Dataset;
  devices: readonly DeviceModel[];
  places: readonly Place[];
  summaries: readonly RegionSummary[];
  changes: ChangeLog;
}

/** Reads the released versions that `data/dist` keeps, by version. Throws as `readDist` does. */
export async function readReleasedDatasets(folder: string): Promise<Map<string, ReleasedDataset>> {
  const releasesFolder = join(folder, 'releases');
  const entries = await readdir(releasesFolder).catch((error: unknown) => {
    throw new Error(`${releasesFolder} cannot be read: run \`npm run data:build\``, {
      cause: error,
    });
  });
  const names = entries.filter((name) => name.endsWith('.json'));
  const releases = names.toSorted().map(async (name): Promise<[string, ReleasedDataset]> => {
    const release = await readPart(folder, `releases/${name}`, ReleasedDataset);
    return [name.slice(0, -'.json'.length), freezeDeep(release)];
  });
  return new Map(await Promise.all(releases));
}

/**
 * Reads `data/dist`. Throws an error that names the file and says how to build it when one is missing or does
 * not fit its schema.
 */
export async function readDist(folder: string): Promise<Dist> {
  const [dataset, devices, places, summaries, changes] = await Promise.all([
    readPart(folder, 'dataset.json', Dataset),
    readPart(folder, 'devices.json', z.array(DeviceModel)),
    readPart(folder, 'places.json', z.array(Place)),
    readPart(folder, 'summaries.json', z.array(RegionSummary)),
    readPart(folder, 'changes.json', ChangeLog),
  ]);
  return freezeDeep({ dataset, devices, places, summaries, changes });
}

async function readPart<T>(folder: string, name: string, schema: z.ZodType<T>): Promise<T> {
  const path = join(folder, name);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Error(`${path} cannot be read: run \`npm run data:build\``, { cause: error });
  });
  const parsed = schema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new Error(
    `${path} is not of this version: run \`npm run data:build\`\n${z.prettifyError(parsed.error)}`,
  );
}

function freezeDeep<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freezeDeep);
  }
  return value;
}
