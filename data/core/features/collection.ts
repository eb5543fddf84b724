import type { Feature, Geometry } from 'geojson';
import type { OperatorAssessment, RegionSummary } from '../schema/assessment.ts';
import type { Dataset } from '../schema/dataset.ts';
import type { IsoDate } from '../schema/dates.ts';
import type { Household } from '../schema/household.ts';
import type { Place } from '../schema/region.ts';

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

/** What the features of a collection are worked out from, for the day `asOf`. */
export interface FeatureInput {
  readonly dataset: Dataset;
  readonly places: readonly Place[];
  /** Outlines by region. */
  readonly geometries: ReadonlyMap<string, Geometry>;
  readonly asOf: IsoDate;
  /** What each operator comes to for the default household in a region on that day, in any order. */
  assessOperators(regionId: string): readonly OperatorAssessment[];
  /** `place`: where operators may have terms of their own. */
  summarise(regionId: string, place?: Household['place']): RegionSummary;
}

/** Everything that a collection is; whatever lists, serves, describes or publishes collections follows from it. */
export interface CollectionDefinition {
  /** Small letters and hyphens: GIS clients build addresses and layer names of it. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly geometryType: GeometryType;
  /** Features on one page where no number is asked for, and at most. */
  readonly limits: { readonly standard: number; readonly largest: number };
  /** Id of a feature that is always there, for the examples of the API document. */
  readonly example: string;
  columns(dataset: Dataset): readonly Column[];
  /**
   * Features with one value for each column, in an order that is the same on all days; worked out one by one, so that a
   * service can answer others in between.
   */
  features(input: FeatureInput): Iterable<FlatFeature>;
  /** Whose evidence a feature rests on: that of one operator in a region, or of all. */
  scopeOf(feature: FlatFeature): { regionId: string; operatorId?: string };
}

/** A set of features with the same flat columns: what OGC API Features calls a collection. */
export interface Collection {
  id: string;
  title: string;
  description: string;
  geometryType: GeometryType;
  columns: readonly Column[];
  features: readonly FlatFeature[];
}

/** The features of a definition on one day. */
export function collectionOf(definition: CollectionDefinition, input: FeatureInput): Collection {
  const { id, title, description, geometryType } = definition;
  const columns = definition.columns(input.dataset);
  const features = [...definition.features(input)];
  return { id, title, description, geometryType, columns, features };
}

/** A list of ids in one cell: `beeline;mts`. */
export function joinIds(ids: readonly string[]): string {
  return ids.join(';');
}

/** Rows under columns that are described once, for CSV and for what describes CSV. */
export interface Table {
  id: string;
  title: string;
  description: string;
  columns: readonly Column[];
  rows: readonly (readonly FlatValue[])[];
}

/** What the two coordinates of a point are called in degrees. */
const DEGREES = ['lon', 'lat'] as const;

/**
 * A collection as a table: points have two more columns than elsewhere, named after the `axes` of their coordinates; polygons
 * are left to the other formats.
 */
export function tableOf(
  { features, geometryType, ...about }: Collection,
  axes: readonly [string, string] = DEGREES,
): Table {
  const { columns } = about;
  const coordinates = axes.map(
    (name): Column => ({
      name,
      type: 'number',
      description: AXIS_NAMES[name] ?? 'Metres along an axis of the reference system',
    }),
  );
  return {
    ...about,
    columns: geometryType === 'Point' ? [...columns, ...coordinates] : columns,
    rows: features.map(({ geometry, properties }) => {
      const values = columns.map(({ name }) => properties[name] ?? null);
      return geometry.type === 'Point' ? [...values, ...geometry.coordinates] : values;
    }),
  };
}

const AXIS_NAMES: Readonly<Record<string, string>> = {
  lon: 'Longitude, WGS 84 degrees',
  lat: 'Latitude, WGS 84 degrees',
};
