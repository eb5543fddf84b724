import pg from 'pg';
import { type Database, DatabaseUnavailable, type Queries, TYPE_OID } from './database.ts';

/** Connections to one server: writers are few, and each waits for a disk, not for a processor. */
const MAX_CONNECTIONS = 5;
/** Milliseconds after which a server that does not answer counts as lost. */
const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 10_000;

/** A PostgreSQL server (15 or later) by its address, such as `postgres://map@db/map`. Connects when it is first asked. */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: STATEMENT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
    allowExitOnIdle: true,
    types: {
      getTypeParser(oid: number, format?: 'text' | 'binary') {
        if (oid === TYPE_OID.date) return (text: string) => text;
        if (oid === TYPE_OID.int8) return Number;
        return format === 'binary'
          ? pg.types.getTypeParser(oid, format)
          : pg.types.getTypeParser(oid);
      },
    },
  });
  // An idle connection may be lost at any time; the next statement opens another or says why not.
  pool.on('error', () => {});
  // A connection that breaks within a transaction reports it to itself as well as to the statement.
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    query: (text, values = []) => run(pool, text, values),
    async transaction(work) {
      const client = await pool.connect().catch((error: unknown) => {
        throw unavailable(error);
      });
      let isBroken = false;
      const queries: Queries = { query: (text, values = []) => run(client, text, values) };
      try {
        await queries.query('begin');
        const result = await work(queries);
        await queries.query('commit');
        return result;
      } catch (error) {
        await queries.query('rollback').catch(() => {
          isBroken = true;
        });
        throw error;
      } finally {
        client.release(isBroken);
      }
    },
    close: () => pool.end(),
  };
}

async function run(
  connection: pg.Pool | pg.PoolClient,
  text: string,
  values: Parameters<Queries['query']>[1],
) {
  try {
    return (await connection.query<Record<string, unknown>>(text, [...(values ?? [])])).rows;
  } catch (error) {
    throw isLost(error) ? unavailable(error) : error;
  }
}

/** Classes of SQLSTATE in which the server, not the statement, is at fault: connection, resources, shutdown, read-only. */
const LOST = /^(?:08|53|57P|58|25006|28|3D)/;

function isLost(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return true;
  return LOST.test(error.code ?? '');
}

function unavailable(error: unknown): DatabaseUnavailable {
  const reason = error instanceof Error ? error.message : String(error);
  return new DatabaseUnavailable(`the database does not answer: ${reason}`, { cause: error });
}
