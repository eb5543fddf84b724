import * as z from 'zod';
import { Background, Claim, Source } from './claim.ts';
import { IsoDate } from './dates.ts';
import type { DeviceModel } from './device.ts';
import { RegionId, RegionScope, Slug } from './ids.ts';
import { Law } from './law.ts';
import { Measure } from './measure.ts';
import { NumberingTable } from './numbering.ts';
import { Contact, Operator } from './operator.ts';
import { BoundarySource, type Place, Region } from './region.ts';
import { Dispute, ExperienceCount } from './report.ts';
import { Restriction } from './restriction.ts';

/**
 * A claim after the build has resolved what its maintainers wrote by reference: `observedOn` is filled in from
 * the sources, presence findings are derived from the numbering register, superseded findings are trimmed.
 */
export const DatasetClaim = Claim.extend({
  /** Host operator the claim was taken over from; its id and sources stay those of the host's claim. */
  inheritedFrom: Slug.optional(),
  /** Newer claims that took findings away from this one: it stays visible as contradicting evidence. */
  supersededBy: z
    .array(z.strictObject({ claimId: Slug, regionIds: RegionScope.optional(), reason: z.string() }))
    .optional(),
  /** Open corrections: somebody says that the claim is wrong, and the desk has not decided. The value stays as it is. */
  disputes: z.array(Dispute).min(1).optional(),
});
export type DatasetClaim = z.infer<typeof DatasetClaim>;

const claims = z.array(DatasetClaim).default([]);

/** A contact with the day that it or its source speaks for; `null` where both are undated. */
export const DatasetContact = Contact.extend({
  // One plain type, since OpenAPI 3.0 has no `null` beside several.
  observedOn: z
    .string()
    .regex(/^\d{4}(-\d{2}){0,2}$/)
    .nullable(),
});

/** An operator with its own and its inherited claims, resolved. */
export const DatasetOperator = Operator.extend({
  claims,
  contacts: z.array(DatasetContact).default([]),
});
export type DatasetOperator = z.infer<typeof DatasetOperator>;

const DatasetLaw = Law.extend({ claims });
export type DatasetLaw = z.infer<typeof DatasetLaw>;

export const DatasetRestriction = Restriction.extend({ claims: z.array(DatasetClaim).min(1) });
export type DatasetRestriction = z.infer<typeof DatasetRestriction>;

const DatasetBackground = Background.extend({ claims });
export type DatasetBackground = z.infer<typeof DatasetBackground>;

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
  /** What was counted in some regions. Older datasets have none. */
  measures: z.array(Measure).default([]),
  numbering: NumberingTable,
  /** Whose outlines stand in place of the shipped ones; absent where none do. */
  boundarySource: BoundarySource.optional(),
  /** What families reported, counted; it stands beside the verdicts and changes none. Older datasets have none. */
  experiences: z.array(ExperienceCount).default([]),
});
export type Dataset = z.infer<typeof Dataset>;

/** How much a built dataset holds, for people who want to see at once what a change added. */
export interface Counts {
  regions: number;
  operators: number;
  plans: number;
  claims: number;
  inheritedClaims: number;
  sources: number;
  openQuestions: number;
  laws: number;
  restrictions: number;
  places: number;
  devices: number;
}

/** Counts what a built dataset holds; a claim inherited from a host is not counted among the claims. */
export function countContents(
  dataset: Dataset,
  devices: readonly DeviceModel[],
  places: readonly Place[],
): Counts {
  const { operators, laws, restrictions, background } = dataset;
  const claims = [...operators, ...laws, ...restrictions, ...background].flatMap(
    (subject) => subject.claims,
  );
  const inheritedClaims = claims.filter((claim) => claim.inheritedFrom !== undefined).length;
  return {
    regions: dataset.regions.length,
    operators: operators.length,
    plans: operators.flatMap((operator) => operator.plans).length,
    claims: claims.length - inheritedClaims,
    inheritedClaims,
    sources: dataset.sources.length,
    openQuestions: [...operators, ...laws, ...background].flatMap((part) => part.openQuestions)
      .length,
    laws: laws.length,
    restrictions: restrictions.length,
    places: places.length,
    devices: devices.length,
  };
}
