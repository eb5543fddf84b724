import { stringify } from 'csv-stringify/sync';
import type { Collection } from '../features/collection.ts';
import { csvColumns } from './csv-columns.ts';

/**
 * CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheets need to read Cyrillic and Chinese. The header is
 * the same for every page of a collection, an empty one too.
 */
export function writeCsv(
  collection: Pick<Collection, 'columns' | 'geometryType' | 'features'>,
): Uint8Array {
  const header = csvColumns(collection).map((column) => column.name);
  const rows = collection.features.map(({ geometry, properties }) => {
    const values = collection.columns.map(({ name }) => properties[name] ?? '');
    return geometry.type === 'Point' ? [...values, ...geometry.coordinates] : values;
  });
  return Buffer.from(stringify([header, ...rows], { bom: true, record_delimiter: 'windows' }));
}
