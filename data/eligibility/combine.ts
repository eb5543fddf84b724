import { VERDICTS, type Verdict, verdictRank } from '../schema/verdict.ts';

/** Worst of several verdicts: a household needs every axis. Of none: `yes`, nothing stands against it. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  let worst: Verdict = 'yes';
  for (const verdict of verdicts) {
    if (verdictRank(verdict) < verdictRank(worst)) worst = verdict;
  }
  return worst;
}

/** Best of several verdicts: one operator or plan is enough. Of none: `unknown`, nothing was looked at. */
export function bestOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 0) return 'unknown';
  let best: Verdict = VERDICTS[0];
  for (const verdict of verdicts) {
    if (verdictRank(verdict) > verdictRank(best)) best = verdict;
  }
  return best;
}
