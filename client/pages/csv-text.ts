import { writeCsv } from '../../data/core/formats/csv.ts';

/** A table for people as the text of a CSV file (RFC 4180): `columns` are its headings. */
export function csvText(columns: readonly string[], rows: readonly string[][]): string {
  const bytes = writeCsv({
    columns: columns.map((name) => ({ name, type: 'string', description: name })),
    rows,
  });
  // The byte order mark stays: without it spreadsheets take the letters for those of another script.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
