import type { AuthoredData } from '../build/authored-data.ts';
import { compareIssues, type Issue } from './issue.ts';
import { RULES } from './rules.ts';

/**
 * Runs every rule and collects all issues, in order of files.
 *
 * @param options.complete false when some file could not be parsed: rules that follow references would then
 * blame the wrong file, so only those that look at one file at a time run
 */
export function lintData(data: AuthoredData, options: { complete: boolean }): Issue[] {
  const rules = RULES.filter((rule) => options.complete || rule.scope === 'file');
  return rules.flatMap((rule) => rule.check(data)).toSorted(compareIssues);
}
