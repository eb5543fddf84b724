import { datasetFile } from '../../../data/core/schema/dataset-file.ts';

/** Files of `data/dist` that the browser loads. */
export const DATA_FILES = [
  datasetFile('ru'),
  datasetFile('en'),
  datasetFile('zh'),
  'devices.compact.json',
  'places.compact.json',
  'search-names.json',
  'regions.overview.topojson',
  'regions.detail.topojson',
  'other-land.geojson',
  'backdrop.topojson',
] as const;
export type DataFile = (typeof DATA_FILES)[number];

/** As much of a release's hash as its addresses name. */
export function releaseOf(datasetHash: string): string {
  return datasetHash.slice(0, 16);
}

/** Address of the folder that holds the data files of a release and no others. */
export function dataFolder(datasetHash: string): string {
  return `/data/${releaseOf(datasetHash)}/`;
}

/** Address of a data file: it names the content it holds, so that it can be kept for ever. */
export function dataFileUrl(datasetHash: string, file: DataFile): string {
  return dataFolder(datasetHash) + file;
}
