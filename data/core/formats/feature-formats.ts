import { toKML } from '@placemarkio/tokml';
import { bbox, featureCollection } from '@turf/turf';
import type { SchemaElement } from 'hyparquet';
import { geojsonToWkb, parquetWriteBuffer } from 'hyparquet-writer';
import { topology } from 'topojson-server';
import type { Topology } from 'topojson-specification';
import type { Collection, Column, FlatFeature } from '../features/collection.ts';

/** One GeoJSON FeatureCollection (RFC 7946), one feature a line so that versions can be compared. */
export function writeGeoJson({ features }: Collection): Uint8Array {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  return Buffer.from(`{"type":"FeatureCollection","features":[\n${lines}\n]}\n`);
}

/** Newline-delimited GeoJSON: a feature a line, no brackets around them. */
export function writeGeoJsonLines({ features }: Collection): Uint8Array {
  return Buffer.from(features.map((feature) => `${JSON.stringify(feature)}\n`).join(''));
}

/** KML 2.2 for Google Earth and its like; each placemark carries its English name and, as extended data, all columns that have a value. */
export function writeKml({ features }: Collection): Uint8Array {
  const collection = {
    type: 'FeatureCollection' as const,
    features: features.map((feature) => ({
      ...feature,
      properties: {
        name: feature.properties.name_en ?? feature.properties.region_name_en ?? feature.id,
        // The writer would spell an absent value out as the text "null".
        ...Object.fromEntries(
          Object.entries(feature.properties).filter(([, value]) => value !== null),
        ),
      },
    })),
  };
  return Buffer.from(toKML(collection));
}

/**
 * Step of the grid in degrees, about a metre. Boundaries are written with five decimals, so no corner moves: on a coarser
 * grid narrow spits and straits cross themselves.
 */
const GRID = 1e-5;

/** TopoJSON: shared borders are stored once; one object named after the collection. Points stay off the grid. */
export function writeTopoJson({ id, geometryType, features }: Collection): Uint8Array {
  const collection = { type: 'FeatureCollection' as const, features: [...features] };
  const exact = topology({ [id]: collection });
  const written = geometryType === 'Point' ? exact : putOnGrid(exact);
  return Buffer.from(`${JSON.stringify(written)}\n`);
}

/** Writes the corners of arcs as whole steps from the one before (TopoJSON 2.1.2 and 2.1.3). */
function putOnGrid({ arcs, ...rest }: Topology): Topology {
  const [west = 0, south = 0] = rest.bbox ?? [];
  return {
    ...rest,
    transform: { scale: [GRID, GRID], translate: [west, south] },
    arcs: arcs.map((arc) => {
      let [column, row] = [0, 0];
      return arc.map(([lon = 0, lat = 0]) => {
        const [lastColumn, lastRow] = [column, row];
        column = Math.round((lon - west) / GRID);
        row = Math.round((lat - south) / GRID);
        return [column - lastColumn, row - lastRow];
      });
    }),
  };
}

/** How a column's values are stored (Parquet, "Logical Types"): a day is counted from 1970. */
const STORED_AS = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
} as const satisfies Record<Column['type'], Omit<SchemaElement, 'name'>>;

const GEOMETRY: SchemaElement = {
  name: 'geometry',
  type: 'BYTE_ARRAY',
  repetition_type: 'REQUIRED',
};

/** Sides of the box around each geometry, by which readers skip what is elsewhere (GeoParquet 1.1, "bbox covering encoding"). */
const SIDES = ['xmin', 'ymin', 'xmax', 'ymax'] as const;

const COVERING: readonly SchemaElement[] = [
  { name: 'bbox', num_children: SIDES.length, repetition_type: 'REQUIRED' },
  ...SIDES.map((name): SchemaElement => ({ name, type: 'DOUBLE', repetition_type: 'REQUIRED' })),
];

function boxOf({ geometry }: FlatFeature): Record<(typeof SIDES)[number], number> {
  const [xmin, ymin, xmax, ymax] = bbox(geometry);
  return { xmin, ymin, xmax, ymax };
}

function schemaOf(columns: readonly Column[]): SchemaElement[] {
  return [
    { name: 'root', num_children: columns.length + 3 },
    { name: 'id', ...STORED_AS.string, repetition_type: 'REQUIRED' },
    ...columns.map(
      ({ name, type }): SchemaElement => ({
        name,
        ...STORED_AS[type],
        repetition_type: 'OPTIONAL',
      }),
    ),
    GEOMETRY,
    ...COVERING,
  ];
}

function valuesOf({ name, type }: Column, features: readonly FlatFeature[]) {
  const values = features.map(({ properties }) => properties[name] ?? null);
  return type === 'date' ? values.map((day) => (day === null ? null : new Date(day))) : values;
}

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
        covering: { bbox: Object.fromEntries(SIDES.map((side) => [side, ['bbox', side]])) },
      },
    },
  });
}

/** GeoParquet 1.1 with WKB geometry in OGC:CRS84 (the default, so no `crs` is written) and the box around each. */
export function writeGeoParquet({ columns, features }: Collection): Uint8Array {
  const buffer = parquetWriteBuffer({
    schema: schemaOf(columns),
    columnData: [
      { name: 'id', data: features.map((feature) => feature.id) },
      ...columns.map((column) => ({ name: column.name, data: valuesOf(column, features) })),
      { name: GEOMETRY.name, data: features.map(({ geometry }) => geojsonToWkb(geometry)) },
      { name: 'bbox', data: features.map(boxOf) },
    ],
    kvMetadata: [{ key: 'geo', value: geoMetadata(features) }],
    createdBy: 'family-esim-map',
  });
  return new Uint8Array(buffer);
}
