import * as z from 'zod';
import { Claim } from './claim.ts';
import { PartialDate } from './dates.ts';
import { RegionScope, Slug } from './ids.ts';
import { LocalizedText } from './localized-text.ts';

/**
 * `cooling`: a number does not work for some time after certain events; `lasting-zones`: places without mobile internet for
 * long; `cut`: mobile internet is off for hours or days; `white-list`: only listed sites work; `activation-abroad`: profiles
 * cannot be switched on from abroad. `mobile-internet-shutdown` stands in released datasets only.
 */
export const RESTRICTION_KINDS = [
  'cooling',
  'lasting-zones',
  'cut',
  'white-list',
  'activation-abroad',
  'mobile-internet-shutdown',
] as const;
export const RestrictionKind = z.enum(RESTRICTION_KINDS);
export type RestrictionKind = z.infer<typeof RestrictionKind>;

/** What a family can still use during a restriction. */
const RESTRICTION_SERVICES = ['voice', 'sms', 'slow-data', 'white-list', 'wifi', 'fixed'] as const;
export const RestrictionService = z.enum(RESTRICTION_SERVICES);
export type RestrictionService = z.infer<typeof RestrictionService>;

/** A temporary state of the network. It is listed beside a verdict and never changes it. */
export const Restriction = z.strictObject({
  id: Slug,
  kind: RestrictionKind,
  title: LocalizedText,
  advice: LocalizedText,
  regionIds: RegionScope,
  from: PartialDate,
  /** First day on which it no longer holds; absent while no end is known. */
  to: PartialDate.optional(),
  /** Last day for which a source reports it, as exact as the source is: how long it stays listed then depends on its kind. */
  lastReportedOn: PartialDate.optional(),
  /** What goes on working meanwhile, as far as a claim tells. */
  stillWorks: z
    .strictObject({ services: z.array(RestrictionService).min(1), claimIds: z.array(Slug).min(1) })
    .optional(),
  /** Present where it falls on numbers that nobody uses for some days; the claims that say so. */
  idle: z.strictObject({ claimIds: z.array(Slug).min(1) }).optional(),
  claims: z.array(Claim).min(1),
});
export type Restriction = z.infer<typeof Restriction>;
