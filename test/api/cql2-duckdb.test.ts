import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parseCql2 } from '../../server/api/cql2/parser.ts';
import { compileFilter } from '../../server/api/cql2/predicate.ts';
import { readCql2Json } from '../../server/api/cql2/read-json.ts';
import { createTestApp, type TestApp } from '../server/test-app.ts';
import { anyFilter, MACROS } from './cql2-in-sql.ts';

const DOWNLOADS = join(import.meta.dirname, '../../data/dist/downloads');
/** Values of a column that filters compare with. */
const SOME_VALUES = 12;
const FILTERS = 300;

const Rows = z.array(z.object({ value: z.union([z.string(), z.number()]) }));

let test: TestApp;
let instance: DuckDBInstance;
let connection: DuckDBConnection;
beforeAll(async () => {
  test = await createTestApp();
  instance = await DuckDBInstance.create();
  connection = await instance.connect();
  await connection.run(MACROS);
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

const ask = async (query: string) => {
  const rows = (await connection.runAndReadAll(query)).getRowObjectsJson();
  return Rows.parse(rows).map(({ value }) => value);
};

describe('a filter selects what DuckDB selects from the published Parquet file', () => {
  it.each(['regions', 'places', 'operator-regions'])('of %s, in both encodings', async (id) => {
    const collection = test.collections.find((each) => each.id === id);
    if (collection === undefined) throw new Error(`there is no collection ${id}`);
    const table = `'${join(DOWNLOADS, `${id}.parquet`)}'`;
    const [day = ''] = await ask(`SELECT DISTINCT as_of::VARCHAR AS value FROM ${table}`);
    const { items } = collection.on(String(day));
    const values = new Map<string, readonly (string | number)[]>();
    for (const name of ['id', ...collection.columns.map((column) => column.name)]) {
      const found = await ask(
        `SELECT DISTINCT "${name}" AS value FROM ${table} WHERE value IS NOT NULL ORDER BY md5(value::VARCHAR) LIMIT ${SOME_VALUES}`,
      );
      values.set(name, found);
    }
    const filter = anyFilter(
      collection.columns,
      (name) => values.get(name) ?? [],
      collection.geometryType === 'Point',
    );
    let selective = 0;
    await fc.assert(
      fc.asyncProperty(filter, async ({ text, json, sql }) => {
        const wanted = await ask(`SELECT id AS value FROM ${table} WHERE ${sql}`);
        if (wanted.length > 0 && wanted.length < items.length) selective++;
        for (const expression of [parseCql2(text), readCql2Json(JSON.stringify(json))]) {
          const { matches } = compileFilter(expression, collection.columns);
          const found = items.filter(matches).map(({ feature }) => feature.id);
          expect(found.toSorted()).toEqual(wanted.map(String).toSorted());
        }
      }),
      { numRuns: FILTERS, seed: 21_065 },
    );
    // Filters that select all or nothing show little.
    expect(selective).toBeGreaterThan(FILTERS / 5);
  });
});
