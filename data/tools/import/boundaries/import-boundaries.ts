import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Region } from '../../../core/schema/region.ts';
import { parseJson, readDataFiles } from '../../authored/read-data-files.ts';
import { checkOutlines } from '../../boundaries/check-topology.ts';
import { BoundaryError } from '../../boundaries/region-shapes.ts';
import { replaceFile } from '../../files/replace.ts';
import { readRegionPlaces } from '../places/read-region-places.ts';
import { checkBoundaries, checkSettlements } from './check-boundaries.ts';

/** Boundaries imported in place of the shipped ones; usually absent. */
export function importedBoundariesFile(dataFolder: string): string {
  return join(dataFolder, 'imported', 'regions.geojson');
}

/**
 * Takes a GeoJSON file of all regions in place of the shipped boundaries, from the next build on. Nothing is written
 * when anything is wrong with it: what stands in the file first, then overlaps and swapped ids.
 * @returns a report for people
 * @throws BoundaryError, or Error naming the file when it cannot be read as JSON.
 */
export async function importBoundaries(dataFolder: string, file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Error(`${file} cannot be read: name a GeoJSON file`, { cause: error });
  });
  const json = parseJson(text);
  if (!json.ok) throw new Error(`${file}: ${json.problem}`);
  const authored = await readDataFiles(join(dataFolder, 'facts'));
  const regions = [...authored]
    .filter(([name]) => name.startsWith('regions/'))
    .map(([, text]) => Region.parse(JSON.parse(text)));
  const boundaries = checkBoundaries(
    json.value,
    regions.map(({ id }) => id),
  );
  const misplaced = [
    ...checkSettlements(boundaries, await readRegionPlaces(dataFolder, regions)),
    ...checkOutlines(file, boundaries).map(({ message }) => message),
  ];
  if (misplaced.length > 0) throw new BoundaryError(misplaced);
  const target = importedBoundariesFile(dataFolder);
  await mkdir(dirname(target), { recursive: true });
  await replaceFile(target, `${JSON.stringify(boundaries)}\n`);
  const positions = boundaries.features.flatMap(({ geometry }) => geometry.coordinates.flat(2));
  return [
    `${boundaries.features.length} regions, ${positions.length} positions: written to ${join('data', 'imported')}.`,
    'Build again (`npm run build`) to use them. Delete the file to go back to the shipped boundaries.',
    'Mind the licence of the file: its attribution belongs on the page of sources.',
  ].join('\n');
}
