import * as z from 'zod';
import { PartialDate } from './dates.ts';
import { RegionScope, Slug } from './ids.ts';

/** Ways to reach an operator. Codes here, words in `client/i18n`. */
export const CONTACT_KINDS = [
  /** Free from every phone inside Russia. */
  'phone-free',
  /** From a number of this operator only. */
  'phone-short',
  /** From abroad. */
  'phone-abroad',
  /** Name of the operator's app, as its users know it. */
  'app',
  /** Address of a chat, or the name of the service and the number in it. */
  'chat',
  'shops-url',
  'esim-url',
  'family-url',
  /** Short command that is dialled. */
  'ussd',
] as const;
export const ContactKind = z.enum(CONTACT_KINDS);
export type ContactKind = z.infer<typeof ContactKind>;

/** One way to reach an operator, as a source tells it. */
export const Contact = z.strictObject({
  kind: ContactKind,
  value: z.string().trim().min(1),
  regions: RegionScope,
  sourceId: Slug,
  /** Day it was seen; absent where it is that of the source. A built dataset has null where both are undated. */
  observedOn: PartialDate.optional(),
});
export type Contact = z.infer<typeof Contact>;
