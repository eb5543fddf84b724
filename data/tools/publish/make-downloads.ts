import type { FeatureCollection } from 'geojson';
import type { Assessor } from '../../core/eligibility/create-assessor.ts';
import {
  type Collection,
  collectionOf,
  type Table,
  tableOf,
} from '../../core/features/collection.ts';
import { COLLECTIONS } from '../../core/features/collections.ts';
import { differenceTable } from '../../core/features/differences.ts';
import { regionFactTable, sourceTable } from '../../core/features/tables.ts';
import type { Dataset } from '../../core/schema/dataset.ts';
import type { DeviceModel } from '../../core/schema/device.ts';
import type { Place } from '../../core/schema/region.ts';
import { canonicalJson, sha256 } from '../authored/content-hash.ts';
import type { KeptWork } from '../files/kept-work.ts';
import { writeDcat } from './dcat.ts';
import {
  attributionOf,
  describeDownload,
  writeDataPackage,
  writeLicence,
  writeSchemaOrg,
} from './descriptions.ts';
import {
  FORMATS,
  type Format,
  JSON_FORMAT,
  type Release,
  writeTables,
  XLSX_FORMAT,
} from './formats.ts';
import { createGdalWriter } from './gdal.ts';

/** What the downloads are made of; `vectors` is the text of the golden vectors. */
interface DownloadInput {
  dataset: Dataset;
  devices: readonly DeviceModel[];
  places: readonly Place[];
  boundaries: FeatureCollection;
  assessor: Pick<Assessor, 'assessOperators' | 'summariseRegion'>;
  vectors: string;
  kept: KeptWork;
  ready?: FileReady;
}

/** Called with the name and the content of a file as soon as it is there, while others are still being made. */
export type FileReady = (name: string, content: string | Uint8Array) => void;

/** Subject of the files that hold all collections. */
const EVERYTHING = 'family-esim-map';

/** A file before it is described by its content. */
interface DownloadFile {
  subject: string;
  format: Pick<Format, 'id' | 'label' | 'extension' | 'mediaType'>;
  content: Uint8Array;
}

function nameOf({ subject, format }: DownloadFile): string {
  return `${subject}.${format.extension}`;
}

/**
 * Every file of `/downloads`, by name, for the day on which the data was last checked: each collection in each
 * format, the whole dataset, its descriptions, licence, sources and check sums. Pure and deterministic.
 */
export async function makeDownloads(input: DownloadInput): Promise<Map<string, Uint8Array>> {
  const { dataset } = input;
  const collections = makeCollections(input);
  const plainTables = [
    sourceTable(dataset),
    regionFactTable(dataset),
    differenceTable(dataset, dataset.checkedOn),
  ].filter(({ rows }) => rows.length > 0);
  const tables = [...collections.map((collection) => tableOf(collection)), ...plainTables];
  const release = {
    day: dataset.checkedOn,
    attribution: attributionOf(dataset),
    gdal: createGdalWriter(),
    kept: input.kept,
  };
  const making = [
    ...collections.flatMap((collection) => collectionFiles(collection, release)),
    ...plainTables.flatMap((table) => tableFiles(table, release)),
    ...FORMATS.flatMap((format) =>
      format.holds === 'everything'
        ? [fileOf(EVERYTHING, format, collections, release, format.write)]
        : [],
    ),
    ...wholeFiles(input),
    // All tables as one workbook, for whoever opens a table with a double click.
    fileOf('dataset', XLSX_FORMAT, tables, release, writeTables),
  ];
  const files = await Promise.all(
    making.map(async (file) => {
      const made = await file;
      input.ready?.(nameOf(made), made.content);
      return made;
    }),
  );
  const entries = files.map((file) => {
    const { subject, format, content } = file;
    return describeDownload(nameOf(file), content, {
      subject,
      format: format.id,
      label: format.label,
      mediaType: format.mediaType,
    });
  });
  const sums = entries.map((entry) => `${entry.sha256}  ${entry.name}\n`).join('');
  return new Map([
    ...files.map(({ content }, index): [string, Uint8Array] => [
      entries[index]?.name ?? '',
      content,
    ]),
    ['datapackage.json', writeDataPackage(dataset, tables, entries)],
    ['dcat.jsonld', writeDcat(dataset, collections, entries)],
    ['schema-org.jsonld', writeSchemaOrg(dataset, entries)],
    ['LICENSE.txt', writeLicence(dataset)],
    ['SHA256SUMS', Buffer.from(sums)],
    ['index.json', Buffer.from(canonicalJson(entries))],
  ]);
}

/** The collections on the day up to which the data were checked; those without a feature have no files. */
function makeCollections(input: DownloadInput): Collection[] {
  const { dataset, places, boundaries, assessor } = input;
  const asOf = dataset.checkedOn;
  const geometries = new Map(boundaries.features.map(({ id, geometry }) => [String(id), geometry]));
  const collections = COLLECTIONS.map((definition) =>
    collectionOf(definition, {
      dataset,
      places,
      geometries,
      asOf,
      assessOperators: (regionId) => assessor.assessOperators(regionId, asOf),
      summarise: (regionId, place) => assessor.summariseRegion(regionId, asOf, place),
    }),
  );
  return collections.filter(({ features }) => features.length > 0);
}

function collectionFiles(collection: Collection, release: Release): Promise<DownloadFile>[] {
  return [
    ...tableFiles(tableOf(collection), release),
    ...FORMATS.flatMap((format) =>
      format.holds === 'collection'
        ? [fileOf(collection.id, format, collection, release, format.write)]
        : [],
    ),
  ];
}

/** Rows without geometry in every format that holds such. */
function tableFiles(table: Table, release: Release): Promise<DownloadFile>[] {
  return FORMATS.flatMap((format) =>
    format.holds === 'table' ? [fileOf(table.id, format, table, release, format.write)] : [],
  );
}

/** A file of what stands in it, which is all that its bytes depend on. */
async function fileOf<T extends object>(
  subject: string,
  format: DownloadFile['format'],
  content: T,
  release: Release,
  write: (content: T, release: Release) => Uint8Array | Promise<Uint8Array>,
): Promise<DownloadFile> {
  const inputs = [format.id, digestOf(content), release.day, release.attribution];
  return {
    subject,
    format,
    content: await release.kept.reuse(inputs, () => write(content, release)),
  };
}

const digests = new WeakMap<object, string>();

/** Each content goes into several formats, and none changes in a build. */
function digestOf(content: object): string {
  const digest = digests.get(content) ?? sha256(JSON.stringify(content));
  digests.set(content, digest);
  return digest;
}

/** What is not a collection, as JSON. */
function wholeFiles({ dataset, devices, vectors }: DownloadInput): DownloadFile[] {
  const texts = {
    dataset: canonicalJson(dataset),
    devices: canonicalJson(devices),
    sources: canonicalJson(dataset.sources),
    vectors,
  };
  return Object.entries(texts).map(([subject, text]) => ({
    subject,
    format: JSON_FORMAT,
    content: Buffer.from(text),
  }));
}
