import * as z from 'zod';
import { PartialDate } from './dates.ts';
import { RegionScope, Slug } from './ids.ts';

/**
 * `pooled`: members draw on one bundle. `payer-funded`: each member has a bundle of their own and one pays.
 * `unknown`: a source names the plan but its terms could not be read.
 */
export const PlanModel = z.enum(['pooled', 'payer-funded', 'unknown']);
export type PlanModel = z.infer<typeof PlanModel>;

/** A term of a plan always names the claims that support it. */
const claimIds = z.array(Slug).min(1);

export const PlanFee = z.strictObject({
  amountRub: z.number().nonnegative(),
  per: z.enum(['added-line', 'group', 'plan']),
  period: z.enum(['month', 'day']),
  regionIds: RegionScope,
  claimIds,
});
export type PlanFee = z.infer<typeof PlanFee>;

/** A shared or family plan. Whether it is open in a region is decided by `sharedPlan` findings that name it. */
export const Plan = z.strictObject({
  id: Slug,
  /** Name as sold, in Russian. */
  name: z.string().min(1),
  /** What the name says, for readers of other languages. */
  meaning: z.strictObject({ en: z.string().min(1), zh: z.string().min(1) }),
  model: PlanModel,
  /** `unknown`: last seen where new customers may not be able to have it. */
  status: z.enum(['open', 'closed', 'unknown']),
  validFrom: PartialDate.optional(),
  validTo: PartialDate.optional(),
  shares: z.array(z.enum(['minutes', 'sms', 'data'])).default([]),
  /** Lines in all, the payer's among them. `min < max`: depends on the payer's tariff. */
  lineLimit: z
    .strictObject({ min: z.int().positive(), max: z.int().positive(), claimIds })
    .optional(),
  sameRegion: z.strictObject({ required: z.boolean(), claimIds }).optional(),
  payerTariffs: z.strictObject({ names: z.array(z.string()).min(1), claimIds }).optional(),
  manage: z
    .strictObject({
      channels: z.array(z.enum(['app', 'account', 'ussd', 'shop', 'phone', 'sms'])).min(1),
      claimIds,
    })
    .optional(),
  fees: z.array(PlanFee).default([]),
  claimIds,
});
export type Plan = z.infer<typeof Plan>;
