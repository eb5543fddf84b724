import type { Collection } from '../../features/collection.ts';
import type { Dataset } from '../../schema/dataset.ts';
import type { DownloadEntry } from '../../schema/download.ts';

const TITLE = 'Family eSIM Map: family sharing of mobile plans by eSIM in the regions of Russia';
const SUMMARY =
  'For each federal subject and operator: can a family share one mobile plan with eSIMs there, under which conditions, and by which sources is that known.';
const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
const ATTRIBUTION =
  'Family eSIM Map contributors; boundaries: Natural Earth; settlements: GeoNames (CC BY 4.0)';
const ORIGINS = [
  { title: 'Natural Earth', path: 'https://www.naturalearthdata.com/' },
  { title: 'GeoNames', path: 'https://www.geonames.org/' },
  { title: 'Russian register of numbering', path: 'https://opendata.digital.gov.ru/' },
];

const json = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

const FIELD_TYPES = {
  string: 'string',
  integer: 'integer',
  number: 'number',
  date: 'date',
} as const;

/** Frictionless Data Package descriptor (version 1 profile `data-package`). */
export function writeDataPackage(
  dataset: Dataset,
  collections: readonly Collection[],
  entries: readonly DownloadEntry[],
): Uint8Array {
  const columnsOf = (entry: DownloadEntry) =>
    collections.find((collection) => collection.id === entry.subject)?.columns ?? [];
  return json({
    profile: 'data-package',
    name: 'family-esim-map',
    title: TITLE,
    description: SUMMARY,
    version: dataset.version,
    licenses: [{ name: 'CC-BY-4.0', path: LICENCE, title: 'Creative Commons Attribution 4.0' }],
    sources: ORIGINS,
    resources: entries.map((entry) => ({
      name: entry.name.replace(/[^a-z0-9]+/gi, '-').toLowerCase(),
      path: entry.name,
      format: entry.format,
      mediatype: entry.mediaType,
      bytes: entry.bytes,
      hash: `sha256:${entry.sha256}`,
      ...(entry.format === 'csv'
        ? {
            profile: 'tabular-data-resource',
            encoding: 'utf-8',
            schema: {
              fields: [
                ...columnsOf(entry).map((column) => ({
                  name: column.name,
                  type: FIELD_TYPES[column.type],
                  description: column.description,
                })),
                ...(entry.subject === 'regions'
                  ? []
                  : [
                      { name: 'lon', type: 'number', description: 'Longitude, WGS 84' },
                      { name: 'lat', type: 'number', description: 'Latitude, WGS 84' },
                    ]),
              ],
            },
          }
        : {}),
    })),
  });
}

/** DCAT 3 description as JSON-LD; addresses are relative to the file itself. */
export function writeDcat(dataset: Dataset, entries: readonly DownloadEntry[]): Uint8Array {
  return json({
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      spdx: 'http://spdx.org/rdf/terms#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': './',
    '@type': 'dcat:Dataset',
    'dct:title': TITLE,
    'dct:description': SUMMARY,
    'dct:license': { '@id': LICENCE },
    'dct:modified': { '@value': dataset.checkedOn, '@type': 'xsd:date' },
    'dct:rights': ATTRIBUTION,
    'dct:source': ORIGINS.map(({ path }) => ({ '@id': path })),
    'dcat:version': dataset.version,
    'dcat:distribution': entries.map((entry) => ({
      '@type': 'dcat:Distribution',
      'dct:title': entry.name,
      'dcat:downloadURL': { '@id': entry.name },
      'dcat:mediaType': entry.mediaType,
      'dcat:byteSize': entry.bytes,
      'dct:license': { '@id': LICENCE },
      'spdx:checksum': {
        'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
        'spdx:checksumValue': entry.sha256,
      },
    })),
  });
}

/** schema.org `Dataset` description as JSON-LD, what search engines for data read. */
export function writeSchemaOrg(dataset: Dataset, entries: readonly DownloadEntry[]): Uint8Array {
  return json({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    name: TITLE,
    description: SUMMARY,
    version: dataset.version,
    dateModified: dataset.checkedOn,
    license: LICENCE,
    isAccessibleForFree: true,
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

/** What may be done with the files, as a text beside them. */
export function writeLicence(dataset: Dataset): Uint8Array {
  const lines = [
    TITLE,
    `Release ${dataset.version}, content hash ${dataset.hash}`,
    '',
    `Licence: Creative Commons Attribution 4.0 International (CC BY 4.0), ${LICENCE}`,
    `Please name: ${ATTRIBUTION}`,
    '',
    'Where the parts come from:',
    ...ORIGINS.map(({ title, path }) => `- ${title}: ${path}`),
    '- Claims on operators and law: sources.json lists each source with its address.',
    '',
  ];
  return Buffer.from(lines.join('\n'));
}
