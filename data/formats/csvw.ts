import type { Collection, Column } from '../features/collection.ts';

const POINT_COLUMNS: readonly Column[] = [
  { name: 'lon', type: 'number', description: 'Longitude, WGS 84 degrees' },
  { name: 'lat', type: 'number', description: 'Latitude, WGS 84 degrees' },
];

/**
 * Metadata that tells a program what the columns of a CSV file are (W3C CSV on the Web, "Metadata
 * Vocabulary for Tabular Data"). `csvName` is the file it stands beside.
 */
export function writeCsvw(collection: Collection, csvName: string): Uint8Array {
  const isPoint = collection.features[0]?.geometry.type === 'Point';
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: csvName,
    'dc:title': collection.title,
    'dc:description': collection.description,
    'dc:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    dialect: { encoding: 'utf-8', delimiter: ',', header: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: [...collection.columns, ...(isPoint ? POINT_COLUMNS : [])].map((column) => ({
        name: column.name,
        titles: column.name,
        'dc:description': column.description,
        datatype: column.type,
      })),
    },
  };
  return Buffer.from(`${JSON.stringify(metadata, null, 2)}\n`);
}
