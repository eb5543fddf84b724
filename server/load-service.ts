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
import { OtherLand, RegionBoundaries } from '../data/core/schema/region.ts';
import { searchByNames } from '../data/core/search/search-names.ts';
import {
  readDist,
  readImportedNumbering,
  readReleasedDatasets,
} from '../data/tools/files/read-dist.ts';
import { createPartSharing } from '../data/tools/files/share-equal-parts.ts';
import { createService, type Facts, type RegionGeometry, type Service } from './service.ts';
import { readDownloadIndex } from './site/read-built.ts';

/**
 * Loads the built data into a service.
 *
 * @param folder `data/dist`
 * @throws Error naming the file that is missing or does not fit, and how to build it.
 */
export async function loadService(folder: string, today: () => IsoDate): Promise<Service> {
  // Releases differ in little, and devices say the same in many words.
  const share = createPartSharing();
  const [
    { dataset, devices, places, searchNames, changes },
    released,
    boundaries,
    otherLand,
    numbering,
    downloads,
  ] = await Promise.all([
    readDist(folder, share),
    readReleasedDatasets(folder, share),
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

/**
 * The same geometry, its numbers one behind the other and put together whenever its coordinates are asked for: as pairs the
 * corners of all outlines take four times the memory. Whoever works something out of them keeps that, and asks once.
 */
function compact(geometry: RegionGeometry): RegionGeometry {
  if (geometry.type === 'Polygon') {
    const rings = compactRings(geometry.coordinates);
    return {
      type: 'Polygon',
      get coordinates() {
        return rings();
      },
    };
  }
  const polygons = geometry.coordinates.map(compactRings);
  return {
    type: 'MultiPolygon',
    get coordinates() {
      return polygons.map((rings) => rings());
    },
  };
}

function compactRings(rings: readonly GeoJSON.Position[][]): () => GeoJSON.Position[][] {
  const flat = rings.map((ring) =>
    Float64Array.from(ring.flatMap(([lon = 0, lat = 0]) => [lon, lat])),
  );
  return () =>
    flat.map((numbers) =>
      Array.from({ length: numbers.length / 2 }, (_, at) => [
        numbers[2 * at] ?? 0,
        numbers[2 * at + 1] ?? 0,
      ]),
    );
}

async function readGeometry<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Error(`${path} cannot be read: run \`npm run data:build\``, { cause: error });
  });
  return schema.parse(JSON.parse(text));
}
