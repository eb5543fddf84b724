import * as z from 'zod';
import { Background } from './background.ts';
import { Claim } from './claim.ts';
import { RegionScope, Slug } from './ids.ts';
import { Law } from './law.ts';
import { Operator } from './operator.ts';
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
});
export type DatasetClaim = z.infer<typeof DatasetClaim>;

const claims = z.array(DatasetClaim).default([]);

/** An operator with its own and its inherited claims, resolved. */
export const DatasetOperator = Operator.extend({ claims });
export type DatasetOperator = z.infer<typeof DatasetOperator>;

export const DatasetLaw = Law.extend({ claims });
export type DatasetLaw = z.infer<typeof DatasetLaw>;

export const DatasetRestriction = Restriction.extend({ claims: z.array(DatasetClaim).min(1) });
export type DatasetRestriction = z.infer<typeof DatasetRestriction>;

export const DatasetBackground = Background.extend({ claims });
export type DatasetBackground = z.infer<typeof DatasetBackground>;
