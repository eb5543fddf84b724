import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

/** A row as the engine answers it; read with a schema. Days are texts such as `2026-11-30`, `bigint` is a number. */
export type Row = Readonly<Record<string, unknown>>;

/** Values of `$1`, `$2`, ... */
export type Value = string | number | boolean | null | readonly string[];

/** Runs statements of PostgreSQL. */
export interface Queries {
  /** Rows of one statement. */
  query(text: string, values?: readonly Value[]): Promise<readonly Row[]>;
}

/** PostgreSQL, on a server or embedded: the same statements, the same answers. */
export interface Database extends Queries {
  /** Runs statements as one transaction: all of them, or none when `work` throws. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The database cannot be used now: it is down, locked, full or cannot be written. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}

/** Object identifiers of the types that are read in one way by both engines (`pg_type`). */
export const TYPE_OID = { int8: 20, date: 1082 } as const;

/** Any number that no other program on the same server uses for its own locks. */
const MIGRATION_LOCK = 4_025_017;

const Applied = z.object({ name: z.string() });

/**
 * Brings a database to the newest form: runs the numbered files of a folder (`0001-cases.sql`, ...) that it has not seen, in
 * their order, in one transaction and under a lock, so that of several processes that start at once one does it. Written here
 * because the libraries for it take no lock (Postgrator) or tie the files to their own client.
 *
 * @returns the names of the files that were run.
 * @throws Error where the database was made by a newer program: it has files that the folder lacks.
 */
export async function migrate(database: Database, folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.+\.sql$/.test(name)).sort();
  return database.transaction(async (queries) => {
    await queries.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await queries.query(
      'create table if not exists migration (name text primary key, run_on date not null default current_date)',
    );
    const rows = await queries.query('select name from migration order by name');
    const applied = rows.map((row) => Applied.parse(row).name);
    const unknown = applied.filter((name) => !names.includes(name));
    if (unknown.length > 0) {
      throw new Error(
        `the database is of a newer version (${unknown.join(', ')}): update the program, or restore an older backup`,
      );
    }
    const missing = names.filter((name) => !applied.includes(name));
    for (const name of missing) {
      const text = await readFile(join(folder, name), 'utf8');
      for (const statement of statementsOf(text)) await queries.query(statement);
      await queries.query('insert into migration (name) values ($1)', [name]);
    }
    return missing;
  });
}

/**
 * The statements of a file: each ends with a semicolon at the end of a line that a blank line or the end follows, which the
 * bodies of functions are not. The extended protocol, which both engines speak, takes one statement at a time.
 */
function statementsOf(text: string): string[] {
  return text
    .split(/;[ \t]*\n(?=\s*\n|\s*$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '' && !/^(?:--.*\n?\s*)+$/.test(statement));
}
