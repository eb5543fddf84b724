import type { Geometry } from 'geojson';
import { geojsonToWkb, parquetWriteBuffer } from 'hyparquet-writer';
import type { Collection, Column } from '../features/collection.ts';

const BASIC_TYPES = {
  string: 'STRING',
  date: 'STRING',
  integer: 'INT32',
  number: 'DOUBLE',
} as const;

function boundsOf(geometries: readonly Geometry[]): number[] {
  const bounds = [180, 90, -180, -90];
  const visit = (coordinates: unknown): void => {
    if (!Array.isArray(coordinates)) return;
    const [lon, lat] = coordinates;
    if (typeof lon === 'number' && typeof lat === 'number') {
      bounds[0] = Math.min(bounds[0] ?? lon, lon);
      bounds[1] = Math.min(bounds[1] ?? lat, lat);
      bounds[2] = Math.max(bounds[2] ?? lon, lon);
      bounds[3] = Math.max(bounds[3] ?? lat, lat);
    } else coordinates.forEach(visit);
  };
  for (const geometry of geometries) if ('coordinates' in geometry) visit(geometry.coordinates);
  return bounds;
}

/** The `geo` entry that makes a Parquet file a GeoParquet file (specification 1.1.0, "File metadata"). */
function geoMetadata(geometries: readonly Geometry[]): string {
  return JSON.stringify({
    version: '1.1.0',
    primary_column: 'geometry',
    columns: {
      geometry: {
        encoding: 'WKB',
        geometry_types: [...new Set(geometries.map((geometry) => geometry.type))].sort(),
        bbox: boundsOf(geometries),
      },
    },
  });
}

/** GeoParquet 1.1 with WKB geometry in OGC:CRS84 (the default, so no `crs` is written). */
export function writeGeoParquet({ columns, features }: Collection): Uint8Array {
  const geometries = features.map((feature) => feature.geometry);
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
        data: geometries.map((geometry) => geojsonToWkb(geometry)),
        type: 'BYTE_ARRAY' as const,
      },
    ],
    kvMetadata: [{ key: 'geo', value: geoMetadata(geometries) }],
    createdBy: 'family-esim-map',
  });
  return new Uint8Array(buffer);
}
