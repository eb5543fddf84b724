import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { check } from '@placemarkio/check-geojson';
import { kml } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import { parse } from 'csv-parse/sync';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { feature } from 'topojson-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { type Collection, tableOf } from '../../../../data/core/features/collection.ts';
import { writeCsv } from '../../../../data/core/formats/csv.ts';
import {
  writeGeoJson,
  writeGeoJsonLines,
  writeGeoParquet,
  writeKml,
  writeTopoJson,
} from '../../../../data/core/formats/feature-formats.ts';
import { writeCsvw } from '../../../../data/tools/publish/descriptions.ts';
import { smallCollection, smallPointCollection } from '../../../fixtures/small-collection.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const FeatureList = z.object({
  features: z.array(z.object({ id: z.string(), properties: z.unknown() })),
});
const ArcLists = z.array(
  z.object({ arcs: z.array(z.array(z.union([z.number(), z.array(z.number())]))) }),
);
const ids = ['RU-MAG', 'RU-CHU'];

/** Coordinates of the first feature of a TopoJSON file. */
function geometryIn(bytes: Uint8Array): unknown {
  const topology = JSON.parse(text(bytes));
  const [object] = Object.keys(topology.objects);
  const Coordinates = z.object({ geometry: z.object({ coordinates: z.unknown() }) });
  const { features } = z
    .object({ features: z.array(Coordinates) })
    .parse(feature(topology, topology.objects[object ?? '']));
  return features[0]?.geometry.coordinates;
}

describe('file formats, each read back by a reader that is not its writer', () => {
  it('writes GeoJSON that a strict checker accepts and that keeps every value', () => {
    const collection = check(text(writeGeoJson(smallCollection)));
    expect(collection).toMatchObject({ features: smallCollection.features });
  });

  it('writes one GeoJSON feature a line', () => {
    const lines = text(writeGeoJsonLines(smallCollection)).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(smallCollection.features);
  });

  it('writes TopoJSON whose shared border is one arc and whose features come back', () => {
    const topology = JSON.parse(text(writeTopoJson(smallCollection)));
    const { features } = FeatureList.parse(feature(topology, topology.objects.regions));
    expect(features.map(({ id }) => id)).toEqual(ids);
    expect(features.map(({ properties }) => properties)).toEqual(
      smallCollection.features.map(({ properties }) => properties),
    );
    // TopoJSON 2.1.4: an arc used backwards is written as the ones' complement of its index.
    const arcs = ArcLists.parse(topology.objects.regions.geometries).map((one) => one.arcs.flat(3));
    expect(arcs[0]?.some((arc) => arcs[1]?.includes(~arc))).toBe(true);
  });

  it('writes TopoJSON whose corners and points stand where they stood', () => {
    const kink: number[][] = [
      [162.12345, 62.54321],
      [162.12346, 62.54321],
      [162.12347, 62.54323],
      [162.12345, 62.54321],
    ];
    const [first, ...others] = smallCollection.features;
    if (first === undefined) throw new Error('the fixture has features');
    const fine: Collection = {
      ...smallCollection,
      features: [{ ...first, geometry: { type: 'Polygon', coordinates: [kink] } }, ...others],
    };
    const corners = z.array(z.array(z.array(z.number()))).parse(geometryIn(writeTopoJson(fine)));
    // Corners may begin elsewhere on the ring, so they are compared as a set; a nanodegree is a tenth of a millimetre.
    const rounded = corners.flat().map((position) => position.map((one) => one.toFixed(9)));
    for (const corner of kink) {
      expect(rounded).toContainEqual(corner.map((one) => one.toFixed(9)));
    }
    const points: Collection = {
      ...smallPointCollection,
      features: smallPointCollection.features.map((one) => ({
        ...one,
        geometry: { type: 'Point', coordinates: [37.617_653_1, 55.755_801_9] },
      })),
    };
    expect(geometryIn(writeTopoJson(points))).toEqual([37.617_653_1, 55.755_801_9]);
  });

  it('writes CSV that keeps quotes, commas, Cyrillic and Chinese, marked for spreadsheets', () => {
    const bytes = writeCsv(tableOf(smallPointCollection));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parse(Buffer.from(bytes), { bom: true, columns: true });
    expect(rows).toEqual([
      {
        region_id: 'RU-MAG',
        name_ru: 'Магадан, "порт"',
        method: '',
        numbers: '0',
        lon: '160.5',
        lat: '62.25',
      },
      {
        region_id: 'RU-CHU',
        name_ru: '楚科奇',
        method: 'stated',
        numbers: '37969000',
        lon: '161.5',
        lat: '62.25',
      },
    ]);
  });

  it('writes the same CSV header for a page without features', () => {
    const header = (bytes: Uint8Array) => text(bytes).split('\r\n')[0];
    for (const collection of [smallCollection, smallPointCollection]) {
      expect(header(writeCsv(tableOf({ ...collection, features: [] })))).toBe(
        header(writeCsv(tableOf(collection))),
      );
    }
  });

  it('describes in CSVW exactly the columns of the CSV', () => {
    const schema = z.object({
      url: z.string(),
      tableSchema: z.object({
        columns: z.array(z.object({ name: z.string(), datatype: z.string() })),
      }),
    });
    const metadata = schema.parse(
      JSON.parse(text(writeCsvw(tableOf(smallPointCollection), 'places.csv'))),
    );
    const [header] = parse(Buffer.from(writeCsv(tableOf(smallPointCollection))), {
      bom: true,
      to: 1,
    });
    expect(metadata.tableSchema.columns.map(({ name }) => name)).toEqual(header);
    expect(metadata.url).toBe('places.csv');
  });

  it('writes GeoParquet with its geometry described and readable', async () => {
    const file = new Uint8Array(writeGeoParquet(smallCollection)).buffer;
    const rows = await parquetReadObjects({ file });
    expect(rows.map((row) => row.region_id)).toEqual(ids);
    expect(rows[0]?.method).toBeNull();
    expect(rows[1]?.geometry).toEqual(smallCollection.features[1]?.geometry);
    const geo = parquetMetadata(file).key_value_metadata?.find(({ key }) => key === 'geo')?.value;
    expect(JSON.parse(geo ?? '')).toMatchObject({
      version: '1.1.0',
      primary_column: 'geometry',
      columns: {
        geometry: {
          encoding: 'WKB',
          geometry_types: ['MultiPolygon', 'Polygon'],
          bbox: [-180, 60, 180, 65],
          covering: {
            bbox: {
              xmin: ['bbox', 'xmin'],
              ymin: ['bbox', 'ymin'],
              xmax: ['bbox', 'xmax'],
              ymax: ['bbox', 'ymax'],
            },
          },
        },
      },
    });
    const [first, second] = rows.map((row) => row.bbox);
    expect(first).toEqual({ xmin: 160, ymin: 60, xmax: 170, ymax: 65 });
    expect(second).toEqual({ xmin: -180, ymin: 60, xmax: 180, ymax: 65 });
  });

  it('writes GeoParquet whose boxes and days another engine reads', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const dated: Collection = {
      ...smallCollection,
      columns: [...smallCollection.columns, { name: 'as_of', type: 'date', description: 'Day' }],
      features: smallCollection.features.map((one) => ({
        ...one,
        properties: { ...one.properties, as_of: '2026-11-26' },
      })),
    };
    const file = join(folder, 'small.parquet');
    writeFileSync(file, writeGeoParquet(dated));
    const engine = await DuckDBInstance.create();
    onTestFinished(() => engine.closeSync());
    const connection = await engine.connect();
    const reader = await connection.runAndReadAll(
      `SELECT id, bbox.xmin AS west, typeof(as_of) AS kind, as_of::VARCHAR AS day FROM '${file}' WHERE bbox.xmax > 170`,
    );
    expect(reader.getRowObjectsJson()).toEqual([
      { id: 'RU-CHU', west: -180, kind: 'DATE', day: '2026-11-26' },
    ]);
  });

  it('writes days as days into GeoParquet', async () => {
    const dated: Collection = {
      ...smallCollection,
      columns: [...smallCollection.columns, { name: 'as_of', type: 'date', description: 'Day' }],
      features: smallCollection.features.map((one, index) => ({
        ...one,
        properties: { ...one.properties, as_of: index === 0 ? '2026-11-26' : null },
      })),
    };
    const file = new Uint8Array(writeGeoParquet(dated)).buffer;
    const column = parquetMetadata(file).schema.find(({ name }) => name === 'as_of');
    expect(column).toMatchObject({ type: 'INT32', logical_type: { type: 'DATE' } });
    const rows = await parquetReadObjects({ file });
    expect(rows.map((row) => row.as_of)).toEqual([new Date('2026-11-26T00:00:00Z'), null]);
  });

  it('writes KML whose placemarks carry the columns as extended data', () => {
    const document = new DOMParser().parseFromString(
      text(writeKml(smallPointCollection)),
      'text/xml',
    );
    const { features } = kml(document);
    expect(features.map((one) => one.properties?.region_id)).toEqual(ids);
    expect(features[0]?.geometry).toMatchObject({ type: 'Point', coordinates: [160.5, 62.25] });
  });
});
