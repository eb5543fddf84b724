import * as z from 'zod';
import { IsoDate } from './dates.ts';
import { RegionId, Slug } from './ids.ts';
import { Verdict } from './verdict.ts';

/** What the map said of one region: the best verdict and each operator's. */
export const RegionVerdicts = z.strictObject({
  verdict: Verdict,
  operators: z.record(Slug, Verdict),
});
export type RegionVerdicts = z.infer<typeof RegionVerdicts>;

/** The verdicts of one version of the data for the default household. */
export const VerdictSnapshot = z.strictObject({
  $schema: z.string().optional(),
  version: IsoDate,
  /** Day that the verdicts were computed for. */
  asOf: IsoDate,
  /** Hash of the dataset they were computed from. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  regions: z.record(RegionId, RegionVerdicts),
});
export type VerdictSnapshot = z.infer<typeof VerdictSnapshot>;

/** One verdict that differs between two versions; `from` is absent for a new operator, `to` for a retired one. */
export const VerdictMove = z.strictObject({
  regionId: RegionId,
  /** Absent: the region's own verdict. */
  operatorId: Slug.optional(),
  from: Verdict.optional(),
  to: Verdict.optional(),
});
export type VerdictMove = z.infer<typeof VerdictMove>;

/** What changed from one release to the next. The first release has no `previousVersion` and no moves. */
export const ReleaseChanges = z.strictObject({
  version: z.string(),
  hash: z.string(),
  asOf: IsoDate,
  previousVersion: z.string().optional(),
  moves: z.array(VerdictMove),
});
export type ReleaseChanges = z.infer<typeof ReleaseChanges>;
