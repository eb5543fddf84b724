import { type Collection, tableOf } from '../features/collection.ts';
import type { DownloadFormat } from '../schema/download.ts';
import { writeCsv } from './csv.ts';
import { writeFlatGeobuf } from './flatgeobuf.ts';
import { writeGeoJson, writeGeoJsonLines, writeKml, writeTopoJson } from './geojson.ts';
import { writeGeoParquet } from './geoparquet.ts';

/** A file format that every collection is published in. */
export interface Format {
  id: DownloadFormat;
  extension: string;
  mediaType: string;
  write: (collection: Collection) => Uint8Array;
}

/** The formats in the order in which they are offered. */
export const FORMATS: readonly Format[] = [
  { id: 'geojson', extension: 'geojson', mediaType: 'application/geo+json', write: writeGeoJson },
  {
    id: 'csv',
    extension: 'csv',
    mediaType: 'text/csv',
    write: (collection) => writeCsv(tableOf(collection)),
  },
  {
    id: 'geojsonl',
    extension: 'geojsonl',
    mediaType: 'application/x-ndjson',
    write: writeGeoJsonLines,
  },
  { id: 'topojson', extension: 'topojson', mediaType: 'application/json', write: writeTopoJson },
  {
    id: 'flatgeobuf',
    extension: 'fgb',
    mediaType: 'application/vnd.flatgeobuf',
    write: writeFlatGeobuf,
  },
  {
    id: 'geoparquet',
    extension: 'parquet',
    mediaType: 'application/vnd.apache.parquet',
    write: writeGeoParquet,
  },
  {
    id: 'kml',
    extension: 'kml',
    mediaType: 'application/vnd.google-earth.kml+xml',
    write: writeKml,
  },
];
