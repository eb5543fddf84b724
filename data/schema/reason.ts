import * as z from 'zod';
import { Params } from './condition.ts';

/** Why an axis has its value, beyond the claims: a code for the display layer. */
export const REASON_CODES = [
  'claims-decide',
  'contradiction-resolved',
  'no-claim',
  'only-stale-claims',
  'only-later-claims',
  'no-plan-known',
  'assumption',
  'one-region',
  'one-tariff-area',
  'regions-differ',
  'region-rule-unknown',
  'lines-fit',
  'too-many-lines',
  'line-limit-unknown',
  'cap-kept',
  'cap-exceeded',
  'all-can-sign',
  'visit-needed',
  'remote-not-possible',
  'no-adult-holder',
  'devices-take-esim',
  'device-cannot',
  'device-unknown',
  'own-number-line',
  'cap-unknown',
  'line-with-other-operator',
] as const;

/** The code with the values that its sentence is filled with. */
export const Reason = z.strictObject({ code: z.enum(REASON_CODES), params: Params.optional() });
export type Reason = z.infer<typeof Reason>;
