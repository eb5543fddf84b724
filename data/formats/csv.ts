import { stringify } from 'csv-stringify/sync';
import type { Table } from '../features/table.ts';

/**
 * CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheets need to read Cyrillic and Chinese. The header is
 * the same for every page of a collection, an empty one too.
 */
export function writeCsv({ columns, rows }: Pick<Table, 'columns' | 'rows'>): Uint8Array {
  const header = columns.map(({ name }) => name);
  return Buffer.from(stringify([header, ...rows], { bom: true, record_delimiter: 'windows' }));
}
