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

/** SQLSTATE of an error that an engine reported; `undefined` for any other. */
export function sqlStateOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)
    ? error.code
    : undefined;
}

/** A row of a unique column was there already. */
export const UNIQUE_VIOLATION = '23505';

/** The database cannot be used now: it is down, locked, full or cannot be written. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}

/** Object identifiers of the types that are read in one way by both engines (`pg_type`). */
export const TYPE_OID = { int8: 20, date: 1082 } as const;
