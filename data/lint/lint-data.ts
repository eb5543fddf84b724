import type { AuthoredData } from '../build/authored-data.ts';
import { applyExceptions } from './apply-exceptions.ts';
import { EXCEPTIONS, type Exception } from './exceptions.ts';
import { compareIssues, type Issue } from './issue.ts';
import { RULES } from './rules.ts';

export interface LintOptions {
  /** False when some file could not be parsed: rules that follow references would then blame the wrong file, so only those that look at one file at a time run. */
  complete: boolean;
  exceptions?: readonly Exception[];
}

/** Runs every rule and collects all issues, in order of files. */
export function lintData(data: AuthoredData, options: LintOptions): Issue[] {
  const rules = RULES.filter((rule) => options.complete || rule.scope === 'file');
  const issues = rules.flatMap((rule) =>
    rule.check(data).map((issue) => ({ ...issue, rule: rule.name })),
  );
  const names = new Set(rules.map(({ name }) => name));
  return applyExceptions(issues, options.exceptions ?? EXCEPTIONS, names).toSorted(compareIssues);
}
