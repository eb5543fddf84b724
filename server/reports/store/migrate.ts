import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Database } from './database.ts';

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
