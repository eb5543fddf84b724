import type { FeatureCollection } from 'geojson';
import type { Assessor } from '../../eligibility/create-assessor.ts';
import type { Collection } from '../../features/collection.ts';
import { operatorRegionCollection } from '../../features/operator-region-features.ts';
import { placeCollection } from '../../features/place-features.ts';
import { regionCollection } from '../../features/region-features.ts';
import { regionOperatorTable } from '../../features/region-operator-table.ts';
import { writeCsvw } from '../../formats/csvw.ts';
import { FORMATS } from '../../formats/formats.ts';
import type { Dataset } from '../../schema/dataset.ts';
import type { DeviceModel } from '../../schema/device.ts';
import type { DownloadEntry } from '../../schema/download.ts';
import type { Place } from '../../schema/place.ts';
import { canonicalJson } from '../canonical-json.ts';
import { writeDataPackage, writeDcat, writeLicence, writeSchemaOrg } from './describe-dataset.ts';
import { describeDownload } from './download-entry.ts';

/** What the downloads are made of; `vectors` is the text of the golden vectors. */
export interface DownloadInput {
  dataset: Dataset;
  devices: readonly DeviceModel[];
  places: readonly Place[];
  boundaries: FeatureCollection;
  assessor: Pick<Assessor, 'assessRegion' | 'summariseRegion'>;
  vectors: string;
}

/**
 * Every file of `/downloads`, by name, for the day on which the data was last checked: each collection in each
 * format, the whole dataset, its descriptions, licence, sources and check sums. Pure and deterministic.
 */
export function makeDownloads(input: DownloadInput): Map<string, Uint8Array> {
  const { dataset, assessor } = input;
  const asOf = dataset.checkedOn;
  const summarise = (regionId: string) => assessor.summariseRegion(regionId, asOf);
  const assess = (regionId: string) => assessor.assessRegion(regionId, { asOf });
  const regions = regionCollection({ dataset, geometries: input.boundaries, asOf, summarise });
  const operatorRegions = operatorRegionCollection({ dataset, asOf, assess });
  const collections = [
    regions,
    operatorRegions,
    placeCollection({ places: input.places, asOf, summarise }),
    // FlatGeobuf takes its columns from the first feature, so a collection without any has no files.
  ].filter((collection) => collection.features.length > 0);

  const files = new Map<string, Uint8Array>();
  const entries: DownloadEntry[] = [];
  const add = (
    name: string,
    content: Uint8Array,
    about: Pick<DownloadEntry, 'subject' | 'format' | 'mediaType'>,
  ): void => {
    files.set(name, content);
    entries.push(describeDownload(name, content, about));
  };
  const addJson = (name: string, value: unknown, subject: DownloadEntry['subject']): void =>
    add(name, Buffer.from(canonicalJson(value)), {
      subject,
      format: 'json',
      mediaType: 'application/json',
    });

  /** As a table, regions have a row per operator; everything else is the collection itself. */
  const asTable = (collection: Collection): Collection =>
    collection === regions ? regionOperatorTable(regions, operatorRegions) : collection;

  for (const collection of collections) {
    for (const { id, extension, mediaType, write } of FORMATS) {
      const about = { subject: collection.id, format: id, mediaType };
      const content = write(id === 'csv' ? asTable(collection) : collection);
      add(`${collection.id}.${extension}`, content, about);
    }
    const csvName = `${collection.id}.csv`;
    add(`${csvName}-metadata.json`, writeCsvw(asTable(collection), csvName), {
      subject: collection.id,
      format: 'csvw',
      mediaType: 'application/csvm+json',
    });
  }
  addJson('dataset.json', dataset, 'dataset');
  addJson('devices.json', input.devices, 'devices');
  addJson('sources.json', dataset.sources, 'sources');
  add('vectors.json', Buffer.from(input.vectors), {
    subject: 'vectors',
    format: 'json',
    mediaType: 'application/json',
  });

  files.set('datapackage.json', writeDataPackage(dataset, collections.map(asTable), entries));
  files.set('dcat.jsonld', writeDcat(dataset, entries));
  files.set('schema-org.jsonld', writeSchemaOrg(dataset, entries));
  files.set('LICENSE.txt', writeLicence(dataset));
  const sums = entries.map((entry) => `${entry.sha256}  ${entry.name}\n`).join('');
  files.set('SHA256SUMS', Buffer.from(sums));
  files.set('index.json', Buffer.from(canonicalJson(entries)));
  return files;
}
