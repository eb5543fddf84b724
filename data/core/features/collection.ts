import type { Feature, Geometry } from 'geojson';
import type { DownloadSubject } from '../schema/download.ts';

/** Value of a flat property, as every GIS and spreadsheet can hold it. */
export type FlatValue = string | number | null;

/** One property of a collection, described once for schemas, queryables, CSVW and data packages. */
export interface Column {
  name: string;
  type: 'string' | 'integer' | 'number' | 'date';
  description: string;
  /** The only values it can have, where there are few. */
  values?: readonly string[];
  /** Whether some features have no value. */
  nullable?: true;
}

export type FlatFeature = Feature<Geometry, Record<string, FlatValue>> & { id: string };

/** Kind of geometry that every feature of a collection has, in the words of GeoJSON. */
export type GeometryType = 'Point' | 'MultiPolygon';

/** A set of features with the same flat columns: what OGC API Features calls a collection. */
export interface Collection {
  id: 'regions' | 'places' | 'operator-regions';
  title: string;
  description: string;
  geometryType: GeometryType;
  columns: readonly Column[];
  features: readonly FlatFeature[];
}

/** A list of ids in one cell: `beeline;mts`. */
export function joinIds(ids: readonly string[]): string {
  return ids.join(';');
}

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
