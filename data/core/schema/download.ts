import * as z from 'zod';

/** How a download is written. `csvw` is the metadata beside a CSV file ("CSV on the Web"). */
export const DOWNLOAD_FORMATS = [
  'geojson',
  'geojsonl',
  'topojson',
  'flatgeobuf',
  'geoparquet',
  'kml',
  'csv',
  'csvw',
  'xlsx',
  'json',
] as const;
export const DownloadFormat = z.enum(DOWNLOAD_FORMATS);
export type DownloadFormat = z.infer<typeof DownloadFormat>;

/** What a download holds: one of the collections, or one part of the data. */
export const DOWNLOAD_SUBJECTS = [
  'regions',
  'operator-regions',
  'places',
  'region-facts',
  'differences',
  'dataset',
  'devices',
  'sources',
  'vectors',
] as const;
export const DownloadSubject = z.enum(DOWNLOAD_SUBJECTS);
export type DownloadSubject = z.infer<typeof DownloadSubject>;

/** One file that can be downloaded, as `downloads/index.json` lists it. */
export const DownloadEntry = z.strictObject({
  /** Stable name: always the newest release. */
  name: z.string().min(1),
  /** Name that holds the content's hash, so that it can be cached for ever; the server answers it with the same bytes. */
  hashedName: z.string().min(1),
  subject: DownloadSubject,
  format: DownloadFormat,
  mediaType: z.string().min(1),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type DownloadEntry = z.infer<typeof DownloadEntry>;
