import * as z from 'zod';
import { PartialDate } from './dates.ts';
import { Slug } from './ids.ts';

/** Prices that a comparison of costs needs and that no dated source may give; `base-tariff`: the payer's own tariff. */
export const MISSING_PRICES = [
  'base-tariff',
  'separate-line',
  'group-fee',
  'added-line-fee',
] as const;
export const MissingPrice = z.enum(MISSING_PRICES);
export type MissingPrice = z.infer<typeof MissingPrice>;

/** One shared plan against separate lines, per month, from dated prices only. */
export const Cost = z.strictObject({
  planId: Slug,
  sharedRubPerMonth: z.number().optional(),
  separateRubPerMonth: z.number().optional(),
  addedLineRubPerMonth: z.number().optional(),
  items: z.array(
    z.strictObject({
      code: z.enum(['group-fee', 'added-line-fee', 'plan-fee', 'base-tariff', 'separate-line']),
      rubPerMonth: z.number(),
      count: z.int(),
      observedOn: PartialDate.optional(),
      claimIds: z.array(Slug),
    }),
  ),
  /** Prices that no dated source gives. Without one of the shared plan's own there is no `sharedRubPerMonth`. */
  missing: z.array(MissingPrice),
});
export type Cost = z.infer<typeof Cost>;
