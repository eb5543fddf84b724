import { stringify } from 'csv-stringify/sync';
import type { Table } from '../features/collection.ts';

/**
 * CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheets need to read Cyrillic and Chinese. The header is
 * the same for every page of a collection, an empty one too.
 */
export function writeCsv({ columns, rows }: Pick<Table, 'columns' | 'rows'>): Uint8Array {
  return Buffer.from(csvHeader(columns) + csvRows(rows));
}

/** The first line of a CSV file, which names its columns. */
export function csvHeader(columns: Table['columns']): string {
  return stringify([columns.map(({ name }) => name)], { bom: true, record_delimiter: 'windows' });
}

/** Lines of a CSV file, for whoever writes it bit by bit. */
export function csvRows(rows: Table['rows']): string {
  return stringify([...rows], { record_delimiter: 'windows' });
}
