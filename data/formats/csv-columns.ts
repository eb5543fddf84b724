import type { Collection, Column } from '../features/collection.ts';

const POINT_COLUMNS: readonly Column[] = [
  { name: 'lon', type: 'number', description: 'Longitude, WGS 84 degrees' },
  { name: 'lat', type: 'number', description: 'Latitude, WGS 84 degrees' },
];

/** Columns of a collection as a table: points have two more than elsewhere, polygons are left to the other formats. */
export function csvColumns({
  columns,
  geometryType,
}: Pick<Collection, 'columns' | 'geometryType'>): Column[] {
  return geometryType === 'Point' ? [...columns, ...POINT_COLUMNS] : [...columns];
}
