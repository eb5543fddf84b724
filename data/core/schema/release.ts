import * as z from 'zod';
import { Dataset } from './dataset.ts';
import { IsoDate } from './dates.ts';
import { DeviceModel } from './device.ts';
import { RegionId, Slug } from './ids.ts';
import { Verdict } from './verdict.ts';

/** Regions by verdict; a region stands in one list. */
export const RegionsByVerdict = z.partialRecord(Verdict, z.array(RegionId).min(1));
export type RegionsByVerdict = z.infer<typeof RegionsByVerdict>;

/** The verdicts of one version of the data for the default household, as they are kept for good. */
export const VerdictSnapshot = z.strictObject({
  version: IsoDate,
  /** Day that the verdicts were computed for. */
  asOf: IsoDate,
  /** Hash of the dataset they were computed from. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Best verdict of each region, as on the map. */
  map: RegionsByVerdict,
  operators: z.record(Slug, RegionsByVerdict),
});
export type VerdictSnapshot = z.infer<typeof VerdictSnapshot>;

/** One verdict that differs between two versions; `from` is absent for a new operator, `to` for one that is gone. */
export const VerdictMove = z.strictObject({
  /** Absent: the verdict of the map. */
  operatorId: Slug.optional(),
  regionId: RegionId,
  from: Verdict.optional(),
  to: Verdict.optional(),
});
export type VerdictMove = z.infer<typeof VerdictMove>;

/** What changed from one release to the next. The first release has no `previousVersion` and no moves. */
export const ReleaseChanges = z.strictObject({
  version: IsoDate,
  hash: z.string(),
  asOf: IsoDate,
  previousVersion: IsoDate.optional(),
  moves: z.array(VerdictMove),
});
export type ReleaseChanges = z.infer<typeof ReleaseChanges>;

/** The history of verdicts, ready for feeds. */
export const ChangeLog = z.strictObject({
  /** Oldest first. */
  releases: z.array(ReleaseChanges),
  /** What the data at hand moves against the newest release. */
  unreleased: z.array(VerdictMove),
});
export type ChangeLog = z.infer<typeof ChangeLog>;

/** Everything the rule core needs to answer from the facts of a released version. */
export const ReleasedDataset = z.strictObject({ dataset: Dataset, devices: z.array(DeviceModel) });
export type ReleasedDataset = z.infer<typeof ReleasedDataset>;

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
