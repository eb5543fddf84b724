import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import * as z from 'zod';
import { RegionSummary } from '../../core/schema/assessment.ts';
import { Dataset } from '../../core/schema/dataset.ts';
import { DeviceModel } from '../../core/schema/device.ts';
import { ImportedNumbering } from '../../core/schema/numbering.ts';
import { Place } from '../../core/schema/region.ts';
import { ChangeLog, ReleasedDataset } from '../../core/schema/release.ts';
import { SearchNames } from '../../core/search/search-names.ts';

/** The built data, parsed and frozen. */
interface Dist {
  dataset: Dataset;
  devices: readonly DeviceModel[];
  places: readonly Place[];
  searchNames: SearchNames;
  summaries: readonly RegionSummary[];
  changes: ChangeLog;
}

/** Lets what is read share the parts that are equal, before it is frozen (see `createPartSharing`). */
type Share = (part: object) => void;

/** Reads the released versions that `data/dist` keeps, by version. Throws as `readDist` does. */
export async function readReleasedDatasets(
  folder: string,
  share?: Share,
): Promise<Map<string, ReleasedDataset>> {
  const releasesFolder = join(folder, 'releases');
  const entries = await readdir(releasesFolder).catch((error: unknown) => {
    throw new Error(`${releasesFolder} cannot be read: run \`npm run data:build\``, {
      cause: error,
    });
  });
  const names = entries.filter((name) => name.endsWith('.json'));
  const releases = names.toSorted().map(async (name): Promise<[string, ReleasedDataset]> => {
    const release = await readPart(folder, `releases/${name}`, ReleasedDataset, share);
    return [name.slice(0, -'.json'.length), release];
  });
  return new Map(await Promise.all(releases));
}

/**
 * Reads `data/dist`. Throws an error that names the file and says how to build it when one is missing or does
 * not fit its schema.
 */
export async function readDist(folder: string, share?: Share): Promise<Dist> {
  const [dataset, devices, places, searchNames, summaries, changes] = await Promise.all([
    readPart(folder, 'dataset.json', Dataset, share),
    readPart(folder, 'devices.json', z.array(DeviceModel), share),
    readPart(folder, 'places.json', z.array(Place)),
    readPart(folder, 'search-names.json', SearchNames),
    readPart(folder, 'summaries.json', z.array(RegionSummary)),
    readPart(folder, 'changes.json', ChangeLog),
  ]);
  return Object.freeze({ dataset, devices, places, searchNames, summaries, changes });
}

async function readPart<T extends object>(
  folder: string,
  name: string,
  schema: z.ZodType<T>,
  share?: Share,
): Promise<T> {
  const path = join(folder, name);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Error(`${path} cannot be read: run \`npm run data:build\``, { cause: error });
  });
  const parsed = schema.safeParse(parseFile(path, text));
  if (parsed.success) {
    // A service that takes new data answers meanwhile.
    await setImmediate();
    share?.(parsed.data);
    return freezeDeep(parsed.data);
  }
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

/** Where `npm run data:import-numbering` puts the register, from the root of the project. */
export const IMPORTED_NUMBERING_PATH = 'data/imported/numbering.json';

/**
 * Reads the imported numbering register; `undefined` when none was imported, which is the usual case. Throws an
 * error that names the file and the command when the file does not fit its schema.
 */
export async function readImportedNumbering(path: string): Promise<ImportedNumbering | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const parsed = ImportedNumbering.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new Error(
    `${path} is not of this version: run \`npm run data:import-numbering -- FILE\` again\n${z.prettifyError(parsed.error)}`,
  );
}

function parseFile(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} is no whole JSON document: run \`npm run data:build\``, {
      cause: error,
    });
  }
}
