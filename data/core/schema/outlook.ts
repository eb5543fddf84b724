import * as z from 'zod';
import { Params } from './condition.ts';
import { PartialDate } from './dates.ts';
import { MAX_OTHER_NUMBERS } from './household.ts';
import { RegionId, Slug } from './ids.ts';
import { Verdict } from './verdict.ts';

const change = <Code extends string, Shape extends z.ZodRawShape>(code: Code, params: Shape) =>
  z.strictObject({ code: z.literal(code), params: z.strictObject(params) });

/** One way to move a household nearer to yes. `applyChange` in `data/core/eligibility/outlook` carries it out. */
export const Change = z.discriminatedUnion('code', [
  /** Port these lines, or sign them, with this operator. */
  change('switch-operator', { operatorId: Slug, lineIds: z.array(Slug).min(1) }),
  /** Conclude the line's contract in this region. */
  change('move-line-to-region', { lineId: Slug, regionId: RegionId }),
  /** Give up so many of the member's other numbers. */
  change('free-numbers', { memberId: Slug, count: z.int().positive().max(MAX_OTHER_NUMBERS) }),
  /** Use another device, one that shows an EID. */
  change('replace-device', { lineId: Slug }),
  /** Let this member sign for the line. */
  change('change-holder', { lineId: Slug, memberId: Slug }),
  /** Be ready to visit an office. */
  change('sign-in-person', {}),
  /** Leave the line out of the shared plan. */
  change('remove-line', { lineId: Slug }),
]);
export type Change = z.infer<typeof Change>;

/** The smallest set of changes found that reaches `verdict`; dropping any of them does not. */
export const ChangeSet = z.strictObject({
  verdict: Verdict,
  operatorId: Slug,
  changes: z.array(Change).min(1),
});
export type ChangeSet = z.infer<typeof ChangeSet>;

/** What to do next: codes in order, words in the display layer. */
export const STEP_CODES = [
  'confirm-plan-terms',
  'check-device-eid',
  'check-device-lock',
  'prepare-passport',
  'prepare-members-data',
  'prepare-foreign-documents',
  'check-self-ban',
  'prepare-parent-consent',
  'go-to-channel',
  'take-number-along',
  'check-porting-terms',
  'porting-loses-terms',
  'activate-profiles-first',
  'activate-in-russia',
  'open-group',
  'invite-members',
  'members-accept',
  'set-member-limits',
  'keep-spare-line-active',
  'review-sign-ins',
  'keep-codes-secret',
  'avoid-open-wifi',
  'no-travel-profile-on-watch',
] as const;
export const Step = z.strictObject({
  code: z.enum(STEP_CODES),
  kind: z.enum(['prepare', 'do', 'warn']),
  operatorId: Slug.optional(),
  params: Params.optional(),
  claimIds: z.array(Slug),
});
export type Step = z.infer<typeof Step>;

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
