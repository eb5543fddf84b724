import * as z from 'zod';

/** One problem in the data, written for the person who will mend it. */
export const Issue = z.strictObject({
  /** An error stops the build; a warning is printed and the build goes on. */
  level: z.enum(['error', 'warning']),
  /** File below the data folder, `operators/mts.json`. */
  file: z.string(),
  /** Place inside the file, `claims[3].sourceIds[0]`; empty for the file as a whole. */
  path: z.string(),
  message: z.string(),
  /** What to do about it. */
  tip: z.string().optional(),
  /** Rule that found it; `schema` where the file does not fit its schema. */
  rule: z.string(),
});
export type Issue = z.infer<typeof Issue>;

/** An issue as a rule reports it; which rule it was is added by whoever ran it. */
export type RuleIssue = Omit<Issue, 'rule'>;

/** Writes a path of keys and indexes as in JavaScript: `['claims', 3, 'id']` is `claims[3].id`. */
export function formatPath(keys: readonly PropertyKey[]): string {
  return keys
    .map((key, index) =>
      typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`,
    )
    .join('');
}

/** One issue as lines of text: where, what, and what to do. */
export function formatIssue(issue: Issue): string {
  const place = issue.path === '' ? issue.file : `${issue.file} ${issue.path}`;
  const tip = issue.tip === undefined ? '' : `\n    -> ${issue.tip}`;
  return `${issue.level}: ${place}: ${issue.message} [${issue.rule}]${tip}`;
}

/** Orders issues by file, then path, then message, so that equal data prints equal reports. */
export function compareIssues(a: Issue, b: Issue): number {
  return (
    compareText(a.file, b.file) || compareText(a.path, b.path) || compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
