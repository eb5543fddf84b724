import * as z from 'zod';
import { PartialDate } from './dates.ts';
import { coversRegion, type RegionId, RegionScope, Slug, TerritoryId } from './ids.ts';

/**
 * `pooled`: members draw on one bundle. `payer-funded`: each member has a bundle of their own and one pays.
 * `unknown`: a source names the plan, but its terms could not be read or do not say which of the two it is.
 */
export const PlanModel = z.enum(['pooled', 'payer-funded', 'unknown']);
export type PlanModel = z.infer<typeof PlanModel>;

/** What a family means by sharing: a common bundle, one who pays for bundles of their own, or either of them. */
export const WISHES = ['bundle', 'payer', 'any'] as const;
export const Wish = z.enum(WISHES);
export type Wish = z.infer<typeof Wish>;

/** Plan models that answer each wish; a plan of unknown model answers for `any` alone. */
export const MODELS_OF_WISH: Readonly<Record<Wish, readonly PlanModel[]>> = {
  bundle: ['pooled'],
  payer: ['payer-funded'],
  any: ['pooled', 'payer-funded', 'unknown'],
};

/** A term of a plan always names the claims that support it. */
const claimIds = z.array(Slug).min(1);

/** A price; `unknown` where its source does not say what it is for or how often it is paid. Such a price joins no sum. */
export const PlanFee = z.strictObject({
  amountRub: z.number().nonnegative(),
  per: z.enum(['added-line', 'group', 'plan', 'unknown']),
  period: z.enum(['month', 'day', 'unknown']),
  /** Present where the price is that of one tariff of a plan sold in several: its name as sold, and how many lines it has. */
  tariff: z
    .strictObject({ name: z.string().min(1), lines: z.int().positive().optional() })
    .optional(),
  regionIds: RegionScope,
  /** Present where the source names no place: the price is known, where it holds is not. */
  placeUnnamed: z.literal(true).optional(),
  /** Regions of the scope where newer claims say that the plan does not work; the build fills them in. */
  exceptRegionIds: z.array(TerritoryId).min(1).optional(),
  claimIds,
});
export type PlanFee = z.infer<typeof PlanFee>;

/** Whether a price is one for a region. */
export function feeCovers(
  { regionIds, exceptRegionIds = [] }: PlanFee,
  regionId: RegionId,
): boolean {
  return coversRegion(regionIds, regionId) && !exceptRegionIds.includes(regionId);
}

/** Tariffs that a source describes without naming them: codes here, words in `client/i18n`. */
const TARIFF_KINDS = [
  /** Mobile service and home internet on one bill. */
  'home-internet-bundle',
] as const;
export const TariffKind = z.enum(TARIFF_KINDS);
export type TariffKind = z.infer<typeof TariffKind>;

/** A shared or family plan. Whether it is open in a region is decided by `sharedPlan` findings that name it. */
export const Plan = z.strictObject({
  id: Slug,
  /** Name as sold, in Russian. */
  name: z.string().min(1),
  /** What the name says, for readers of other languages. */
  meaning: z.strictObject({ en: z.string().min(1), zh: z.string().min(1) }),
  model: PlanModel,
  /** Claims that tell the model, where they are not those of the plan itself. */
  modelClaimIds: claimIds.optional(),
  /** Plans of this operator that this one took the place of: what was said of them counts for it, never the reverse. */
  predecessorIds: z.array(Slug).default([]),
  /** `unknown`: last seen where new customers may not be able to have it. */
  status: z.enum(['open', 'closed', 'unknown']),
  validFrom: PartialDate.optional(),
  validTo: PartialDate.optional(),
  shares: z.array(z.enum(['minutes', 'sms', 'data'])).default([]),
  /**
   * Lines in all, the payer's among them. `min < max`: depends on the payer's tariff or, where `payerCounted` says
   * so, on whether the source's number includes the payer: `min` if it does, `max` if it does not.
   */
  lineLimit: z
    .strictObject({
      min: z.int().positive(),
      max: z.int().positive(),
      payerCounted: z.literal('unclear').optional(),
      claimIds,
    })
    .optional(),
  sameRegion: z.strictObject({ required: z.boolean(), claimIds }).optional(),
  payerTariffs: z
    .strictObject({
      /** Names as sold, in Russian. */
      names: z.array(z.string()).min(1),
      kinds: z.array(TariffKind).min(1).optional(),
      claimIds,
    })
    .optional(),
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
