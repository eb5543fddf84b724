import type { Collection, Table } from '../../core/features/collection.ts';
import { writeCsv } from '../../core/formats/csv.ts';
import {
  writeGeoJson,
  writeGeoJsonLines,
  writeGeoParquet,
  writeKml,
  writeTopoJson,
} from '../../core/formats/feature-formats.ts';
import { writeWorkbook } from '../../core/formats/xlsx.ts';
import type { IsoDate } from '../../core/schema/dates.ts';
import type { KeptWork } from '../files/kept-work.ts';
import { writeCsvw } from './descriptions.ts';
import type { GdalWriter } from './gdal.ts';
import { writeTileArchive } from './pmtiles.ts';

/** What every format of the downloads says of itself; the lists, the catalogue and the pages follow from it. */
interface FormatAbout {
  /** Small letters: what `downloads/index.json` calls it. */
  readonly id: string;
  /** Name of the format, the same in every language. */
  readonly label: string;
  /** What stands behind the dot of the name of a file. */
  readonly extension: string;
  readonly mediaType: string;
  /** Whether the media type has no entry in IANA's register that we know of; catalogues then do not name it. */
  readonly isUnregistered?: true;
  /** Whether files are compressed within, so that a coding of HTTP gains nothing. */
  readonly isCompressed?: true;
}

/** What a file may say of the whole that it is a part of. */
export interface Release {
  /** Day up to which the data were checked. */
  readonly day: IsoDate;
  /** Who must be named with the data. */
  readonly attribution: string;
  readonly gdal: GdalWriter;
  /** Parts of files that earlier builds made. */
  readonly kept: KeptWork;
}

type Written = Uint8Array | Promise<Uint8Array>;

/** A format with the function that writes it: rows without geometry, a collection with it, or all collections in one. */
export type Format = FormatAbout &
  (
    | { readonly holds: 'table'; write(table: Table, release: Release): Written }
    | { readonly holds: 'collection'; write(collection: Collection, release: Release): Written }
    | {
        readonly holds: 'everything';
        write(collections: readonly Collection[], release: Release): Written;
      }
  );

/** Workbooks: of one table, and of all tables together. */
export const XLSX_FORMAT: FormatAbout = {
  id: 'xlsx',
  label: 'Excel',
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  isCompressed: true,
};

/** The formats in the order in which they are offered. */
export const FORMATS: readonly Format[] = [
  {
    id: 'geojson',
    label: 'GeoJSON',
    extension: 'geojson',
    mediaType: 'application/geo+json',
    holds: 'collection',
    write: writeGeoJson,
  },
  {
    id: 'csv',
    label: 'CSV',
    extension: 'csv',
    mediaType: 'text/csv',
    holds: 'table',
    write: writeCsv,
  },
  {
    id: 'csvw',
    label: 'CSV on the Web',
    extension: 'csv-metadata.json',
    mediaType: 'application/csvm+json',
    holds: 'table',
    write: (table) => writeCsvw(table, `${table.id}.csv`),
  },
  { ...XLSX_FORMAT, holds: 'table', write: (table, release) => writeTables([table], release) },
  {
    id: 'geojsonl',
    label: 'GeoJSON Lines',
    extension: 'geojsonl',
    mediaType: 'application/x-ndjson',
    isUnregistered: true,
    holds: 'collection',
    write: writeGeoJsonLines,
  },
  {
    id: 'topojson',
    label: 'TopoJSON',
    extension: 'topojson',
    mediaType: 'application/json',
    holds: 'collection',
    write: writeTopoJson,
  },
  {
    id: 'flatgeobuf',
    label: 'FlatGeobuf',
    extension: 'fgb',
    mediaType: 'application/vnd.flatgeobuf',
    isUnregistered: true,
    holds: 'collection',
    write: (collection, { gdal, day }) => gdal.write('FlatGeobuf', [collection], day),
  },
  {
    id: 'geopackage',
    label: 'GeoPackage',
    extension: 'gpkg',
    mediaType: 'application/geopackage+sqlite3',
    isCompressed: true,
    holds: 'everything',
    write: (collections, { gdal, day }) => gdal.write('GPKG', collections, day),
  },
  {
    id: 'pmtiles',
    label: 'PMTiles',
    extension: 'pmtiles',
    mediaType: 'application/vnd.pmtiles',
    isCompressed: true,
    holds: 'collection',
    write: writeTileArchive,
  },
  {
    id: 'geoparquet',
    label: 'GeoParquet',
    extension: 'parquet',
    mediaType: 'application/vnd.apache.parquet',
    isCompressed: true,
    holds: 'collection',
    write: writeGeoParquet,
  },
  {
    id: 'kml',
    label: 'KML',
    extension: 'kml',
    mediaType: 'application/vnd.google-earth.kml+xml',
    holds: 'collection',
    write: writeKml,
  },
];

/** Parts of the data that are no collection. */
export const JSON_FORMAT: FormatAbout = {
  id: 'json',
  label: 'JSON',
  extension: 'json',
  mediaType: 'application/json',
};

/** A workbook with a sheet for each table, and one that says what the columns mean. */
export function writeTables(tables: readonly Table[], { day }: Release): Promise<Uint8Array> {
  const [only] = tables;
  const title = tables.length === 1 && only ? only.title : 'Family eSIM Map';
  const sheets = tables.map(({ id, columns, rows }) => ({
    name: id,
    rows: [columns.map(({ name }) => name), ...rows],
  }));
  const meanings = tables.flatMap(({ id, columns }) =>
    columns.map(({ name, type, description }) => [id, name, type, description]),
  );
  const explained = {
    name: 'columns',
    rows: [['table', 'column', 'type', 'meaning'], ...meanings],
    widths: [18, 30, 10, 100],
  };
  return writeWorkbook([...sheets, explained], {
    title,
    creator: 'Family eSIM Map',
    modified: day,
  });
}
