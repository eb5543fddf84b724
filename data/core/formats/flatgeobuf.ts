import { type ColumnMeta, generic, type HeaderMeta } from 'flatgeobuf';
import { magicbytes } from 'flatgeobuf/lib/mjs/constants.js';
import { buildFeature } from 'flatgeobuf/lib/mjs/generic/feature.js';
import { buildHeader } from 'flatgeobuf/lib/mjs/generic/featurecollection.js';
import { inferGeometryType } from 'flatgeobuf/lib/mjs/generic/header.js';
import { parseGeometry } from 'flatgeobuf/lib/mjs/geojson/geometry.js';
import type { Collection, Column, FlatFeature } from '../features/collection.ts';

/** WGS 84 in the registry of EPSG. */
const CRS = 4326;

const COLUMN_TYPES = {
  string: generic.ColumnType.String,
  date: generic.ColumnType.String,
  integer: generic.ColumnType.Int,
  number: generic.ColumnType.Double,
} as const;

/**
 * FlatGeobuf in WGS 84. Put together from the parts of the package's own `serialize`, which guesses the type of a column
 * from the first feature: every number would be a real one, and an absent value would have to be an empty text. The parts
 * give every layer the name `L1`.
 */
export function writeFlatGeobuf({ columns, features }: Collection): Uint8Array {
  const header: HeaderMeta = {
    geometryType: inferGeometryType([...features]),
    columns: columns.map(describeColumn),
    envelope: null,
    featuresCount: features.length,
    indexNodeSize: 0,
    crs: null,
    title: null,
    description: null,
    metadata: null,
  };
  return Buffer.concat([
    magicbytes,
    buildHeader(header, CRS),
    ...features.map((feature) => writeFeature(feature, header)),
  ]);
}

function describeColumn({ name, type }: Column): ColumnMeta {
  return {
    name,
    type: COLUMN_TYPES[type],
    title: null,
    description: null,
    width: -1,
    precision: -1,
    scale: -1,
    nullable: true,
    unique: false,
    primary_key: false,
  };
}

function writeFeature({ id, geometry, properties }: FlatFeature, header: HeaderMeta): Uint8Array {
  if (geometry.type === 'GeometryCollection') {
    throw new Error(`${id} is a collection of geometries, which no layer here is made of`);
  }
  return buildFeature(parseGeometry(geometry), properties, header);
}
