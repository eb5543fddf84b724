import * as z from 'zod';

/** The four verdicts from worst to best. The order is the combination table: a verdict is the minimum over its axes. */
export const VERDICTS = ['no', 'unknown', 'partial', 'yes'] as const;

/** What can be said of one question: `unknown` is an answer of its own and never stands for `no`. */
export const Verdict = z.enum(VERDICTS);
export type Verdict = z.infer<typeof Verdict>;

/** Position of a verdict in the order `no < unknown < partial < yes`. */
export function verdictRank(verdict: Verdict): number {
  return VERDICTS.indexOf(verdict);
}
