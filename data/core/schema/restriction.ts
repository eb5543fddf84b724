import * as z from 'zod';
import { Claim } from './claim.ts';
import { IsoDate, PartialDate } from './dates.ts';
import { RegionScope, Slug } from './ids.ts';
import { LocalizedText } from './localized-text.ts';

/** A temporary state of the network. It is listed beside a verdict and never changes it. */
export const Restriction = z.strictObject({
  id: Slug,
  kind: z.enum(['cooling', 'mobile-internet-shutdown', 'activation-abroad']),
  title: LocalizedText,
  advice: LocalizedText,
  regionIds: RegionScope,
  from: PartialDate,
  /** First day on which it no longer holds; absent while no end is known. */
  to: PartialDate.optional(),
  /** Last day for which a source reports it, where none tells when it ended; after it nobody knows, so it is not listed. */
  lastReportedOn: IsoDate.optional(),
  /** Present where it falls on numbers that nobody uses for some days; the claims that say so. */
  idle: z.strictObject({ claimIds: z.array(Slug).min(1) }).optional(),
  claims: z.array(Claim).min(1),
});
export type Restriction = z.infer<typeof Restriction>;
