import { writeJsonDocument } from '../../formats/json-document.ts';
import type { Dataset } from '../../schema/dataset.ts';
import type { DownloadEntry } from '../../schema/download.ts';
import { ATTRIBUTION, LICENCE, ORIGINS, PUBLISHER, SUMMARY, TITLE } from './about.ts';

/** schema.org `Dataset` description as JSON-LD, what search engines for data read. */
export function writeSchemaOrg(dataset: Dataset, entries: readonly DownloadEntry[]): Uint8Array {
  return writeJsonDocument({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    name: TITLE,
    description: SUMMARY,
    version: dataset.version,
    dateModified: dataset.checkedOn,
    license: LICENCE,
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: PUBLISHER },
    creditText: ATTRIBUTION,
    isBasedOn: ORIGINS.map(({ path }) => path),
    spatialCoverage: { '@type': 'Place', name: 'Russia, the 83 subjects of ISO 3166-2:RU' },
    distribution: entries.map((entry) => ({
      '@type': 'DataDownload',
      name: entry.name,
      contentUrl: entry.name,
      encodingFormat: entry.mediaType,
      contentSize: `${entry.bytes} B`,
      sha256: entry.sha256,
    })),
  });
}
