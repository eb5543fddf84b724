import * as z from 'zod';

/** One file that can be downloaded, as `downloads/index.json` lists it. */
export const DownloadEntry = z.strictObject({
  /** Stable name: always the newest release. */
  name: z.string().min(1),
  /** Name that holds the content's hash, so that it can be cached for ever; the server answers it with the same bytes. */
  hashedName: z.string().min(1),
  /** What it holds: the id of a collection, or one part of the data such as `dataset`. */
  subject: z.string().min(1),
  /** How it is written: `geojson`. `csvw` is the metadata beside a CSV file ("CSV on the Web"). */
  format: z.string().min(1),
  /** Name of the format for people: `GeoJSON`. */
  label: z.string().min(1),
  mediaType: z.string().min(1),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type DownloadEntry = z.infer<typeof DownloadEntry>;
