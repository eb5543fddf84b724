import { stringify } from 'csv-stringify/sync';
import type { Table } from '../features/collection.ts';
import { writeJsonDocument } from './json-document.ts';

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

/**
 * Metadata that tells a program what the columns of a CSV file are (W3C CSV on the Web, "Metadata
 * Vocabulary for Tabular Data"). `csvName` is the file it stands beside.
 */
export function writeCsvw(table: Table, csvName: string): Uint8Array {
  return writeJsonDocument({
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: csvName,
    'dc:title': table.title,
    'dc:description': table.description,
    'dc:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    dialect: { encoding: 'utf-8', delimiter: ',', header: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: table.columns.map((column) => ({
        name: column.name,
        titles: column.name,
        'dc:description': column.description,
        datatype: column.type,
      })),
    },
  });
}
