import type { Collection } from '../features/collection.ts';
import { csvColumns } from './csv-columns.ts';
import { writeJsonDocument } from './json-document.ts';

/**
 * Metadata that tells a program what the columns of a CSV file are (W3C CSV on the Web, "Metadata
 * Vocabulary for Tabular Data"). `csvName` is the file it stands beside.
 */
export function writeCsvw(collection: Collection, csvName: string): Uint8Array {
  return writeJsonDocument({
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: csvName,
    'dc:title': collection.title,
    'dc:description': collection.description,
    'dc:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    dialect: { encoding: 'utf-8', delimiter: ',', header: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: csvColumns(collection).map((column) => ({
        name: column.name,
        titles: column.name,
        'dc:description': column.description,
        datatype: column.type,
      })),
    },
  });
}
