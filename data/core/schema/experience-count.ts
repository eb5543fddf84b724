import * as z from 'zod';
import { RegionId, Slug } from './ids.ts';
import { Month, Outcome, Tried } from './report.ts';

/** Below it there is no number, only that somebody reported something. */
export const MIN_COUNTED = 3;
/** Below it a number is marked as resting on few reports. */
export const MIN_MANY = 5;

/** How often each outcome was reported; outcomes that nobody reported are absent. */
export const OutcomeCounts = z.partialRecord(Outcome, z.int().min(1));
export type OutcomeCounts = z.infer<typeof OutcomeCounts>;

const subject = { regionId: RegionId, operatorId: Slug, tried: Tried };

/** What families reported of one question with one operator in one region. It stands beside a verdict and never changes it. */
export const ExperienceCount = z.discriminatedUnion('size', [
  /** One or two reports: no number and no outcome, so that nobody is recognised and nothing looks like a trend. */
  z.strictObject({ ...subject, size: z.literal('some') }),
  z.strictObject({
    ...subject,
    size: z.enum(['few', 'many']),
    total: z.int().min(MIN_COUNTED),
    outcomes: OutcomeCounts,
    /** First and last month that the reports speak of. */
    since: Month,
    until: Month,
    /** Quarters with enough reports of their own, `2026-Q1`. */
    quarters: z.array(
      z.strictObject({
        quarter: z.string().regex(/^20\d\d-Q[1-4]$/),
        total: z.int().min(MIN_COUNTED),
        outcomes: OutcomeCounts,
      }),
    ),
  }),
]);
export type ExperienceCount = z.infer<typeof ExperienceCount>;
