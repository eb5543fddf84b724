import * as z from 'zod';
import { noteDecided } from './case-rows.ts';
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

const FORMAT = 'family-esim-map-reports-1';

/** A copy of everything that is stored, the same for both engines. Sessions and open challenges are left out. */
export const Backup = z.strictObject({
  format: z.literal(FORMAT),
  migrations: z.array(z.string()),
  tables: z.record(z.enum(TABLES), z.array(z.record(z.string(), z.unknown()))),
});
export type Backup = z.infer<typeof Backup>;

const Named = z.object({ name: z.string() });
const TextRow = z.object({ row: z.string() });

async function migrationsOf(queries: Queries): Promise<string[]> {
  const rows = await queries.query('select name from migration order by name');
  return rows.map((row) => Named.parse(row).name);
}

/** Rows that are read and written in one stretch. */
const ROWS_AT_A_TIME = 200;

/** Takes a piece of a text; resolves when it takes more. */
export type Write = (piece: string) => Promise<void>;

/** Writes everything as it was at one moment, some rows at a time: `Backup` as JSON. */
export function writeBackup(database: Database, write: Write): Promise<void> {
  return database.transaction(async (queries) => {
    await queries.query('set transaction isolation level repeatable read');
    const migrations = JSON.stringify(await migrationsOf(queries));
    await write(`{"format":"${FORMAT}","migrations":${migrations},"tables":{`);
    for (const table of TABLES) {
      await write(`${table === TABLES[0] ? '' : ','}"${table}":[`);
      await queries.query(
        `declare everything no scroll cursor for select to_jsonb(t)::text as row from ${table} t order by t`,
      );
      for (let comma = ''; ; comma = ',') {
        const rows = await queries.query(`fetch ${ROWS_AT_A_TIME} from everything`);
        if (rows.length === 0) break;
        await write(comma + rows.map((row) => `\n${TextRow.parse(row).row}`).join());
      }
      await queries.query('close everything');
      await write(']');
    }
    await write('}}\n');
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
    await queries.query('delete from setting');
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
    await noteDecided(queries);
    await queries.query(
      "select setval(pg_get_serial_sequence('desk_log', 'ordinal'), (select coalesce(max(ordinal), 0) + 1 from desk_log), false)",
    );
  });
}

/** Rows that refer to another of them after all that do not. A duplicate of a duplicate is not made. */
function inOrder(rows: readonly Record<string, unknown>[]): Record<string, unknown>[] {
  return rows.toSorted((a, b) => Number(a.duplicate_of !== null) - Number(b.duplicate_of !== null));
}
