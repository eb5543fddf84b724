import type { DownloadSubject } from '../schema/download.ts';
import type { Collection, Column, FlatValue } from './collection.ts';

/** Rows under columns that are described once, for CSV and for what describes CSV. */
export interface Table {
  id: DownloadSubject;
  title: string;
  description: string;
  columns: readonly Column[];
  rows: readonly (readonly FlatValue[])[];
}

const POINT_COLUMNS: readonly Column[] = [
  { name: 'lon', type: 'number', description: 'Longitude, WGS 84 degrees' },
  { name: 'lat', type: 'number', description: 'Latitude, WGS 84 degrees' },
];

/** A collection as a table: points have two more columns than elsewhere, polygons are left to the other formats. */
export function tableOf({ features, geometryType, ...about }: Collection): Table {
  const { columns } = about;
  return {
    ...about,
    columns: geometryType === 'Point' ? [...columns, ...POINT_COLUMNS] : columns,
    rows: features.map(({ geometry, properties }) => {
      const values = columns.map(({ name }) => properties[name] ?? null);
      return geometry.type === 'Point' ? [...values, ...geometry.coordinates] : values;
    }),
  };
}
