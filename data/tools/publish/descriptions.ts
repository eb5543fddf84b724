import { extname } from 'node:path';
import type { Table } from '../../core/features/collection.ts';
import type { Dataset } from '../../core/schema/dataset.ts';
import type { DownloadEntry } from '../../core/schema/release.ts';
import { sha256 } from '../authored/content-hash.ts';

/** What the descriptions of the downloads say of them, each in its own format. */
export const TITLE =
  'Family eSIM Map: family sharing of mobile plans by eSIM in the regions of Russia';
export const SUMMARY =
  'For each federal subject and operator: can a family share one mobile plan with eSIMs there, under which conditions, and by which sources is that known.';
export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
export const PUBLISHER = 'Family eSIM Map contributors';

/** Who must be named with the data. */
export function attributionOf({ boundarySource }: Dataset): string {
  const boundaries =
    boundarySource === undefined
      ? 'Natural Earth'
      : `${boundarySource.attribution} (${boundarySource.licence})`;
  return `${PUBLISHER}; boundaries: ${boundaries}; settlements: GeoNames (CC BY 4.0)`;
}

/** Where the parts that are not ours come from. */
export function originsOf({ boundarySource }: Dataset): { title: string; path: string }[] {
  const { attribution, url } = boundarySource ?? {};
  const imported =
    attribution === undefined || url === undefined ? [] : [{ title: attribution, path: url }];
  return [...imported, ...ORIGINS];
}

const ORIGINS = [
  { title: 'Natural Earth', path: 'https://www.naturalearthdata.com/' },
  { title: 'GeoNames', path: 'https://www.geonames.org/' },
  { title: 'Russian register of numbering', path: 'https://opendata.digital.gov.ru/' },
];

/** A value as a JSON document for people to read as well: indented, with a line break at the end. */
export function writeJsonDocument(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

/**
 * Metadata that tells a program what the columns of a CSV file are (W3C CSV on the Web, "Metadata
 * Vocabulary for Tabular Data"). `csvName` is the file it stands beside.
 */
export function writeCsvw(table: Table, csvName: string): Uint8Array {
  return writeJsonDocument({
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: csvName,
    'dc:title': table.title,
    'dc:description': table.description,
    'dc:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    dialect: { encoding: 'utf-8', delimiter: ',', header: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: table.columns.map((column) => ({
        name: column.name,
        titles: column.name,
        'dc:description': column.description,
        datatype: column.type,
      })),
    },
  });
}

/** Frictionless Data Package descriptor (version 1 profile `data-package`). `tables`: what the CSV files hold. */
export function writeDataPackage(
  dataset: Dataset,
  tables: readonly Table[],
  entries: readonly DownloadEntry[],
): Uint8Array {
  return writeJsonDocument({
    profile: 'data-package',
    name: 'family-esim-map',
    title: TITLE,
    description: SUMMARY,
    version: dataset.version,
    licenses: [{ name: 'CC-BY-4.0', path: LICENCE, title: 'Creative Commons Attribution 4.0' }],
    sources: originsOf(dataset),
    resources: entries.map((entry) => ({
      name: entry.name.replace(/[^a-z0-9]+/gi, '-').toLowerCase(),
      path: entry.name,
      format: entry.format,
      mediatype: entry.mediaType,
      bytes: entry.bytes,
      hash: `sha256:${entry.sha256}`,
      ...(entry.format === 'csv' && describeTable(tables.find(({ id }) => id === entry.subject))),
    })),
  });
}

/** Our types of columns are called as those of a Table Schema. */
function describeTable(table: Table | undefined) {
  const columns = table?.columns ?? [];
  return {
    profile: 'tabular-data-resource',
    encoding: 'utf-8',
    schema: { fields: columns.map(({ name, type, description }) => ({ name, type, description })) },
  };
}

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
    creditText: attributionOf(dataset),
    isBasedOn: originsOf(dataset).map(({ path }) => path),
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
    `Please name: ${attributionOf(dataset)}`,
    '',
    'Where the parts come from:',
    ...originsOf(dataset).map(({ title, path }) => `- ${title}: ${path}`),
    ...(dataset.boundarySource === undefined
      ? []
      : [
          `The boundaries are under ${dataset.boundarySource.licence}, not under the licence above.`,
        ]),
    '- Claims on operators and law: sources.json lists each source with its address.',
    '',
  ];
  return Buffer.from(lines.join('\n'));
}

/** Describes a file by its content. */
export function describeDownload(
  name: string,
  content: Uint8Array,
  about: Pick<DownloadEntry, 'subject' | 'format' | 'label' | 'mediaType'>,
): DownloadEntry {
  const digest = sha256(content);
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  return {
    name,
    hashedName: `by-hash/${stem}.${digest.slice(0, 16)}${extension}`,
    ...about,
    bytes: content.byteLength,
    sha256: digest,
  };
}
