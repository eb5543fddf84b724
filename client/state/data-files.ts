/** Files of `data/dist` that the browser loads. */
export const DATA_FILES = [
  'dataset.json',
  'devices.json',
  'places.compact.json',
  'regions.overview.topojson',
  'regions.detail.topojson',
  'other-land.geojson',
  'backdrop.topojson',
] as const;
export type DataFile = (typeof DATA_FILES)[number];

/** Address of a data file: it names the content it holds, so that it can be kept for ever. */
export function dataFileUrl(datasetHash: string, file: DataFile): string {
  return `/data/${datasetHash.slice(0, 16)}/${file}`;
}
