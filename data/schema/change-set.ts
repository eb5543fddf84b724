import * as z from 'zod';
import { Change } from './change.ts';
import { Slug } from './ids.ts';
import { Verdict } from './verdict.ts';

/** The smallest set of changes found that reaches `verdict`; dropping any of them does not. */
export const ChangeSet = z.strictObject({
  verdict: Verdict,
  operatorId: Slug,
  changes: z.array(Change).min(1),
});
export type ChangeSet = z.infer<typeof ChangeSet>;
