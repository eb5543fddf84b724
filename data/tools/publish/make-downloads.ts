import type { FeatureCollection } from 'geojson';
import type { Assessor } from '../../core/eligibility/create-assessor.ts';
import { type Collection, type Table, tableOf } from '../../core/features/collection.ts';
import { differenceTable } from '../../core/features/differences.ts';
import {
  operatorRegionCollection,
  regionOperatorTable,
} from '../../core/features/operator-region-features.ts';
import { placeCollection } from '../../core/features/place-features.ts';
import { regionFactTable } from '../../core/features/region-facts.ts';
import { regionCollection } from '../../core/features/region-features.ts';
import { sourceTable } from '../../core/features/source-table.ts';
import { writeCsv, writeCsvw } from '../../core/formats/csv.ts';
import { FORMATS } from '../../core/formats/formats.ts';
import { writeWorkbook } from '../../core/formats/xlsx.ts';
import type { Dataset } from '../../core/schema/dataset.ts';
import type { DeviceModel } from '../../core/schema/device.ts';
import type { DownloadEntry } from '../../core/schema/download.ts';
import type { Household } from '../../core/schema/household.ts';
import type { Place } from '../../core/schema/place.ts';
import { canonicalJson } from '../authored/content-hash.ts';
import {
  describeDownload,
  writeDataPackage,
  writeDcat,
  writeLicence,
  writeSchemaOrg,
} from './descriptions.ts';

/** What the downloads are made of; `vectors` is the text of the golden vectors. */
export interface DownloadInput {
  dataset: Dataset;
  devices: readonly DeviceModel[];
  places: readonly Place[];
  boundaries: FeatureCollection;
  assessor: Pick<Assessor, 'assessRegion' | 'summariseRegion'>;
  vectors: string;
}

/** A file with what its entry in the list of downloads says. */
interface DownloadFile {
  name: string;
  content: Uint8Array;
  about: Pick<DownloadEntry, 'subject' | 'format' | 'mediaType'>;
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
  const files = [
    ...collections.flatMap(collectionFiles),
    ...wholeFiles(input),
    ...plainTables.flatMap(tableFiles),
    ...(await differencesWorkbook(dataset, plainTables)),
  ];
  const entries = files.map(({ name, content, about }) => describeDownload(name, content, about));
  const tables = [...collections.map(({ table }) => tableOf(table)), ...plainTables];
  const sums = entries.map((entry) => `${entry.sha256}  ${entry.name}\n`).join('');
  return new Map([
    ...files.map(({ name, content }): [string, Uint8Array] => [name, content]),
    ['datapackage.json', writeDataPackage(dataset, tables, entries)],
    ['dcat.jsonld', writeDcat(dataset, entries)],
    ['schema-org.jsonld', writeSchemaOrg(dataset, entries)],
    ['LICENSE.txt', writeLicence(dataset)],
    ['SHA256SUMS', Buffer.from(sums)],
    ['index.json', Buffer.from(canonicalJson(entries))],
  ]);
}

/** A collection, and the same as a table, in which regions have a row per operator. */
interface Published {
  collection: Collection;
  table: Collection;
}

function makeCollections({ dataset, places, boundaries, assessor }: DownloadInput): Published[] {
  const asOf = dataset.checkedOn;
  const summarise = (regionId: string, place?: Household['place']) =>
    assessor.summariseRegion(regionId, asOf, place);
  const assess = (regionId: string) => assessor.assessRegion(regionId, { asOf });
  const regions = regionCollection({ dataset, geometries: boundaries, asOf, summarise });
  const operatorRegions = operatorRegionCollection({ dataset, asOf, assess });
  const settlements = placeCollection({ operators: dataset.operators, places, asOf, summarise });
  return [
    { collection: regions, table: regionOperatorTable(regions, operatorRegions) },
    { collection: operatorRegions, table: operatorRegions },
    { collection: settlements, table: settlements },
    // FlatGeobuf takes its columns from the first feature, so a collection without any has no files.
  ].filter(({ collection }) => collection.features.length > 0);
}

function collectionFiles({ collection, table }: Published): DownloadFile[] {
  const subject = collection.id;
  const [csv, csvw] = tableFiles(tableOf(table));
  return [
    ...FORMATS.map(({ id, extension, mediaType, write }) =>
      id === 'csv'
        ? csv
        : {
            name: `${subject}.${extension}`,
            content: write(collection),
            about: { subject, format: id, mediaType },
          },
    ),
    csvw,
  ];
}

/** A table as CSV, and what its columns mean. */
function tableFiles(table: Table): [csv: DownloadFile, csvw: DownloadFile] {
  const subject = table.id;
  const name = `${subject}.csv`;
  return [
    { name, content: writeCsv(table), about: { subject, format: 'csv', mediaType: 'text/csv' } },
    {
      name: `${name}-metadata.json`,
      content: writeCsvw(table, name),
      about: { subject, format: 'csvw', mediaType: 'application/csvm+json' },
    },
  ];
}

/** What differs between regions, and what was counted in them, as sheets of one workbook. */
async function differencesWorkbook(
  { checkedOn }: Dataset,
  tables: readonly Table[],
): Promise<DownloadFile[]> {
  const sheets = tables
    .filter(({ id }) => id === 'differences' || id === 'region-facts')
    .map(({ id, columns, rows }) => ({
      name: id,
      rows: [columns.map(({ name }) => name), ...rows],
    }));
  if (sheets.length === 0) return [];
  const about = {
    title: 'What differs between regions',
    creator: 'Family eSIM Map',
    modified: checkedOn,
  };
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return [
    {
      name: 'differences.xlsx',
      content: await writeWorkbook(sheets, about),
      about: { subject: 'differences', format: 'xlsx', mediaType },
    },
  ];
}

/** What is not a collection, as JSON. */
function wholeFiles({ dataset, devices, vectors }: DownloadInput): DownloadFile[] {
  const json = (subject: DownloadEntry['subject'], text: string): DownloadFile => ({
    name: `${subject}.json`,
    content: Buffer.from(text),
    about: { subject, format: 'json', mediaType: 'application/json' },
  });
  return [
    json('dataset', canonicalJson(dataset)),
    json('devices', canonicalJson(devices)),
    json('sources', canonicalJson(dataset.sources)),
    json('vectors', vectors),
  ];
}
