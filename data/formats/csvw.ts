import type { Table } from '../features/table.ts';
import { writeJsonDocument } from './json-document.ts';

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
