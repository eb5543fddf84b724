import * as z from 'zod';
import { Params } from './condition.ts';
import { Slug } from './ids.ts';

/** What to do next: codes in order, words in the display layer. */
export const STEP_CODES = [
  'confirm-plan-terms',
  'check-device-eid',
  'check-device-lock',
  'prepare-passport',
  'prepare-members-data',
  'prepare-foreign-documents',
  'check-self-ban',
  'go-to-channel',
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
