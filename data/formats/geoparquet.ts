import { bbox, featureCollection } from '@turf/turf';
import { geojsonToWkb, parquetWriteBuffer } from 'hyparquet-writer';
import type { Collection, Column, FlatFeature } from '../features/collection.ts';

const BASIC_TYPES = {
  string: 'STRING',
  date: 'STRING',
  integer: 'INT32',
  number: 'DOUBLE',
} as const;

/** The `geo` entry that makes a Parquet file a GeoParquet file (specification 1.1.0, "File metadata"). */
function geoMetadata(features: readonly FlatFeature[]): string {
  return JSON.stringify({
    version: '1.1.0',
    primary_column: 'geometry',
    columns: {
      geometry: {
        encoding: 'WKB',
        geometry_types: [...new Set(features.map(({ geometry }) => geometry.type))].sort(),
        bbox: bbox(featureCollection([...features])),
      },
    },
  });
}

/** GeoParquet 1.1 with WKB geometry in OGC:CRS84 (the default, so no `crs` is written). */
export function writeGeoParquet({ columns, features }: Collection): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: [
      { name: 'id', data: features.map((feature) => feature.id), type: 'STRING' },
      ...columns.map((column: Column) => ({
        name: column.name,
        data: features.map((feature) => feature.properties[column.name] ?? null),
        type: BASIC_TYPES[column.type],
      })),
      {
        name: 'geometry',
        data: features.map(({ geometry }) => geojsonToWkb(geometry)),
        type: 'BYTE_ARRAY' as const,
      },
    ],
    kvMetadata: [{ key: 'geo', value: geoMetadata(features) }],
    createdBy: 'family-esim-map',
  });
  return new Uint8Array(buffer);
}
