import { stringify } from 'csv-stringify/sync';
import type { Collection } from '../features/collection.ts';

/**
 * CSV (RFC 4180) in UTF-8 with a byte order mark, which spreadsheets need to read Cyrillic and Chinese.
 * Points have the columns `lon` and `lat`; polygons are left to the other formats.
 */
export function writeCsv({ columns, features }: Collection): Uint8Array {
  const names = columns.map((column) => column.name);
  const isPoint = features[0]?.geometry.type === 'Point';
  const rows = features.map((feature) => {
    const values = names.map((name) => feature.properties[name] ?? '');
    return feature.geometry.type === 'Point'
      ? [...values, ...feature.geometry.coordinates]
      : values;
  });
  const header = isPoint ? [...names, 'lon', 'lat'] : names;
  return Buffer.from(stringify([header, ...rows], { bom: true, record_delimiter: 'windows' }));
}
