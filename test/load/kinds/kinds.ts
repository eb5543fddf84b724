import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { claimsById } from '../../../data/core/eligibility/claims/claim-index.ts';
import type { CollectionDefinition } from '../../../data/core/features/collection.ts';
import { COLLECTIONS } from '../../../data/core/features/collections.ts';
import type { Dataset } from '../../../data/core/schema/dataset.ts';
import type { Place } from '../../../data/core/schema/region.ts';
import type { Kind } from '../climb.ts';
import { itemKind, itemsKind, tileKind } from './collection-kinds.ts';
import { API_DOCUMENT, factKinds } from './document-kinds.ts';
import { fileKind, headerKind } from './header-kinds.ts';
import { eligibilityKinds, mcpKind, type Named } from './household-kinds.ts';
import { pageKinds } from './page-kinds.ts';
import { POINTS, SEARCH } from './place-kinds.ts';
import { reportKinds } from './report-kinds.ts';

/** What requests can name. */
interface Known {
  readonly dataset: Dataset;
  readonly places: readonly Place[];
  /** Versions of the data that are kept. */
  readonly releases: Iterable<string>;
  /** Addresses of the downloads. */
  readonly files: readonly string[];
}

/** Addresses of the downloads of a `data/dist`. */
export async function readDownloads(dist: string): Promise<readonly string[]> {
  const names = await readdir(join(dist, 'downloads'));
  return names.filter((name) => !/\.(?:br|gz)$/.test(name)).map((name) => `/downloads/${name}`);
}

/** The ids that requests can name. */
export function namedOf({
  dataset,
  releases = [],
}: Pick<Known, 'dataset'> & Partial<Pick<Known, 'releases'>>): Named {
  return {
    regionIds: dataset.regions.map(({ id }) => id),
    operatorIds: dataset.operators.map(({ id }) => id),
    claimIds: [...claimsById(dataset).keys()],
    releases: [...releases],
  };
}

/** A kind for each route that has work to do. */
export function kindsOf({ dataset, places, releases, files }: Known): Kind[] {
  const named = namedOf({ dataset, releases });
  const { regionIds, operatorIds } = named;
  const featureIds: Readonly<Record<CollectionDefinition['id'], readonly string[]>> = {
    regions: regionIds,
    places: places.map(({ id }) => String(id)),
    'operator-regions': operatorIds.flatMap((operator) =>
      regionIds.map((region) => `${operator}-${region}`),
    ),
  };
  const collections = COLLECTIONS.map(({ id, columns }) => ({
    id,
    columns: columns(dataset),
    featureIds: featureIds[id] ?? [],
  }));
  return [
    ...collections.map(itemsKind),
    ...collections.map(itemKind),
    ...collections.map(tileKind),
    ...eligibilityKinds(named),
    mcpKind(named),
    POINTS,
    SEARCH,
    API_DOCUMENT,
    ...factKinds(named),
    ...pageKinds(named),
    ...reportKinds(named),
    fileKind(files),
    headerKind(files),
  ];
}
