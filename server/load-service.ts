import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod';
import { renderPlainText } from '../client/server-entry.tsx';
import { createAssessor } from '../data/core/eligibility/create-assessor.ts';
import { createRegionLocator } from '../data/core/geo/region-locator.ts';
import { createNumberingLookup } from '../data/core/numbering/create-numbering-lookup.ts';
import type { Dataset } from '../data/core/schema/dataset.ts';
import type { IsoDate } from '../data/core/schema/dates.ts';
import type { DeviceModel } from '../data/core/schema/device.ts';
import { OtherLand } from '../data/core/schema/place.ts';
import { RegionBoundaries } from '../data/core/schema/region.ts';
import { searchByNames } from '../data/core/search/search-names.ts';
import {
  readDist,
  readImportedNumbering,
  readReleasedDatasets,
} from '../data/tools/files/read-dist.ts';
import { createService, type Facts, type RegionGeometry, type Service } from './service.ts';
import { readDownloadIndex } from './site/read-built.ts';

/**
 * Loads the built data into a service.
 *
 * @param folder `data/dist`
 * @throws Error naming the file that is missing or does not fit, and how to build it.
 */
export async function loadService(folder: string, today: () => IsoDate): Promise<Service> {
  const [
    { dataset, devices, places, searchNames, changes },
    released,
    boundaries,
    otherLand,
    numbering,
    downloads,
  ] = await Promise.all([
    readDist(folder),
    readReleasedDatasets(folder),
    readGeometry(join(folder, 'regions.full.geojson'), RegionBoundaries),
    readGeometry(join(folder, 'other-land.geojson'), OtherLand),
    readImportedNumbering(join(folder, '../imported/numbering.json')),
    readDownloadIndex(join(folder, 'downloads')),
  ]);
  const locator = createRegionLocator(boundaries, otherLand);
  const shared = {
    places,
    changes,
    downloads,
    geometries: new Map(boundaries.features.map(({ id, geometry }) => [id, compact(geometry)])),
    locate: locator.locate,
    findAllocations: numbering === undefined ? undefined : createNumberingLookup(numbering),
    findPlaces: searchByNames(searchNames, places).search,
  };
  const releases = new Map(
    [...released].map(([version, release]) => [
      version,
      createService({ ...shared, ...answersFrom(release) }, today),
    ]),
  );
  return createService({ ...shared, ...answersFrom({ dataset, devices }) }, today, releases);
}

/** What an answer depends on: one version of the facts, and the rules over it. */
function answersFrom({
  dataset,
  devices,
}: {
  dataset: Dataset;
  devices: readonly DeviceModel[];
}): Pick<Facts, 'dataset' | 'devices' | 'assessor' | 'plainText'> {
  return {
    dataset,
    devices,
    assessor: createAssessor(dataset, devices),
    plainText: ({ assessment, household }, language, origin) =>
      renderPlainText(assessment, dataset, language, {
        origin,
        ...(household === undefined ? {} : { household, devices }),
      }),
  };
}

/** The same geometry with each position as a pair of plain numbers: as the schema leaves them, each number is an object. */
function compact({ type, coordinates }: RegionGeometry): RegionGeometry {
  const compactRings = (rings: GeoJSON.Position[][]) =>
    rings.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon, lat]));
  return type === 'Polygon'
    ? { type, coordinates: compactRings(coordinates) }
    : { type, coordinates: coordinates.map(compactRings) };
}

async function readGeometry<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Error(`${path} cannot be read: run \`npm run data:build\``, { cause: error });
  });
  return schema.parse(JSON.parse(text));
}
