import { extname } from 'node:path';

/** Media types of the files that the service sends, by extension. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8; header=present',
  '.fgb': 'application/vnd.flatgeobuf',
  '.geojson': 'application/geo+json',
  '.geojsonl': 'application/x-ndjson',
  '.ndjson': 'application/x-ndjson',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.kml': 'application/vnd.google-earth.kml+xml',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.parquet': 'application/vnd.apache.parquet',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  // TypeScript has no registered type; as text a browser shows it.
  '.ts': 'text/plain; charset=utf-8',
  '.topojson': 'application/json',
  '.ttl': 'text/turtle; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** Media type of a file by its name; unknown ones are bytes. */
export function mediaTypeOf(name: string): string {
  // "Model for Tabular Data and Metadata on the Web", 5.2: metadata beside a CSV file.
  if (name.endsWith('.csv-metadata.json')) return 'application/csvm+json';
  return TYPES[extname(name)] ?? 'application/octet-stream';
}
