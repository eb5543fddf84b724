import * as z from 'zod';
import {
  DatasetBackground,
  DatasetLaw,
  DatasetOperator,
  DatasetRestriction,
} from './dataset-claim.ts';
import { IsoDate } from './dates.ts';
import { RegionId } from './ids.ts';
import { NumberingTable } from './numbering.ts';
import { Region } from './region.ts';
import { Source } from './source.ts';

/** What the build derives for a region beside what its maintainers write. */
export const DatasetRegion = Region.extend({
  /** Regions with a shared border; empty for an island region. */
  neighbours: z.array(RegionId),
  /** `[west, south, east, north]`; west > east where the region crosses the antimeridian (RFC 7946 5.2). */
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** A point inside the largest part, for labels. */
  labelPoint: z.tuple([z.number(), z.number()]),
});
export type DatasetRegion = z.infer<typeof DatasetRegion>;

/** Everything the rule core needs, parsed, linted and resolved; frozen in memory once loaded. */
export const Dataset = z.strictObject({
  schemaVersion: z.literal(1),
  /** SHA-256 over the content, hexadecimal; changes when any byte of the data does. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Release the data calls itself, `2026-11-23`. */
  version: z.string(),
  /** Latest day on which any claim was checked. */
  checkedOn: IsoDate,
  regions: z.array(DatasetRegion),
  operators: z.array(DatasetOperator),
  laws: z.array(DatasetLaw),
  restrictions: z.array(DatasetRestriction),
  background: z.array(DatasetBackground),
  sources: z.array(Source),
  numbering: NumberingTable,
});
export type Dataset = z.infer<typeof Dataset>;
