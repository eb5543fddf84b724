import * as z from 'zod';
import type { Database, Queries } from './database.ts';

/** All tables, each after those that it refers to. */
const TABLES = [
  'setting',
  'report_case',
  'idempotency',
  'spent_proof',
  'message',
  'desk_member',
  'passkey',
  'invitation',
  'desk_log',
] as const;

/** A copy of everything that is stored, the same for both engines. Sessions and open challenges are left out. */
export const Backup = z.strictObject({
  format: z.literal('family-esim-map-reports-1'),
  migrations: z.array(z.string()),
  tables: z.record(z.enum(TABLES), z.array(z.record(z.string(), z.unknown()))),
});
export type Backup = z.infer<typeof Backup>;

const Named = z.object({ name: z.string() });
const JsonRow = z.object({ row: z.record(z.string(), z.unknown()) });

async function migrationsOf(queries: Queries): Promise<string[]> {
  const rows = await queries.query('select name from migration order by name');
  return rows.map((row) => Named.parse(row).name);
}

/** Reads everything as it was at one moment. */
export function readBackup(database: Database): Promise<Backup> {
  return database.transaction(async (queries) => {
    await queries.query('set transaction isolation level repeatable read');
    const tables: Record<string, unknown> = {};
    for (const table of TABLES) {
      const rows = await queries.query(`select to_jsonb(t) as row from ${table} t order by t`);
      tables[table] = rows.map((row) => JsonRow.parse(row).row);
    }
    return Backup.parse({
      format: 'family-esim-map-reports-1',
      migrations: await migrationsOf(queries),
      tables,
    });
  });
}

/**
 * Puts a backup into a database that holds no case yet; all of it or nothing.
 *
 * @throws Error where the database is in use or of another version.
 */
export function restoreBackup(database: Database, backup: Backup): Promise<void> {
  return database.transaction(async (queries) => {
    const migrations = await migrationsOf(queries);
    if (migrations.join() !== backup.migrations.join()) {
      throw new Error(
        `the backup is of another version (${backup.migrations.at(-1)}) than the database (${migrations.at(-1)})`,
      );
    }
    const cases = await queries.query('select 1 from report_case limit 1');
    if (cases.length > 0) throw new Error('the database holds cases: restore into an empty one');
    await queries.query("delete from setting where name = 'secret'");
    for (const table of TABLES) {
      // Duplicates may come before the case that they repeat.
      const rows = table === 'report_case' ? inOrder(backup.tables[table]) : backup.tables[table];
      for (const row of rows) {
        await queries.query(
          `insert into ${table} overriding system value select * from jsonb_populate_record(null::${table}, $1)`,
          [JSON.stringify(row)],
        );
      }
    }
    await queries.query(
      "select setval(pg_get_serial_sequence('desk_log', 'ordinal'), (select coalesce(max(ordinal), 0) + 1 from desk_log), false)",
    );
  });
}

/** Rows that refer to another of them after all that do not. A duplicate of a duplicate is not made. */
function inOrder(rows: readonly Record<string, unknown>[]): Record<string, unknown>[] {
  return rows.toSorted((a, b) => Number(a.duplicate_of !== null) - Number(b.duplicate_of !== null));
}
