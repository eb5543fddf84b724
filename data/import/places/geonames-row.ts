import * as z from 'zod';

/** The columns of a GeoNames table that a place is made from (http://download.geonames.org/export/dump/readme.txt). */
export const GeonamesRow = z.object({
  id: z.coerce.number().pipe(z.int().positive()),
  name: z.string().min(1),
  asciiName: z.string(),
  /** Every spelling in every script, without a word on the language. */
  alternates: z.string().transform((list) => list.split(',').filter((name) => name !== '')),
  lat: z.coerce.number().pipe(z.number().min(-90).max(90)),
  lon: z.coerce.number().pipe(z.number().min(-180).max(180)),
  featureCode: z.string().min(1),
  country: z.string().length(2),
  admin1: z.string(),
  population: z.coerce.number().pipe(z.int().nonnegative()),
});
export type GeonamesRow = z.infer<typeof GeonamesRow>;

/** Reads the rows of one country out of a tab-separated GeoNames table. @throws Error naming the line that is malformed. */
export function readGeonamesRows(text: string, country: string): GeonamesRow[] {
  const rows: GeonamesRow[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const columns = line.split('\t');
    if (columns[8] !== country) continue;
    const row = GeonamesRow.safeParse({
      id: columns[0],
      name: columns[1],
      asciiName: columns[2],
      alternates: columns[3],
      lat: columns[4],
      lon: columns[5],
      featureCode: columns[7],
      country: columns[8],
      admin1: columns[10],
      population: columns[14],
    });
    if (!row.success) {
      throw new Error(`GeoNames table, line ${index + 1}: ${z.prettifyError(row.error)}`);
    }
    rows.push(row.data);
  }
  return rows;
}
