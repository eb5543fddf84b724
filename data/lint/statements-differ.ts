import { claimsOf } from '../build/claims-of.ts';
import type { RuleIssue } from './issue.ts';
import type { Rule } from './rule.ts';

/** The same sentence twice is one fact entered twice: one claim with both sources is meant. */
export const statementsDiffer: Rule = {
  name: 'statements-differ',
  description: 'no two claims make the same statement',
  scope: 'dataset',
  check(data) {
    const first = new Map<string, string>();
    return claimsOf(data).flatMap(({ file, path, value }): RuleIssue[] => {
      const key = `${file}|${normalize(value.statement.en)}`;
      const earlier = first.get(key);
      first.set(key, earlier ?? value.id);
      if (earlier === undefined) return [];
      return [
        {
          level: 'error',
          file,
          path: `${path}.statement`,
          message: `${value.id} makes the same statement as ${earlier}`,
          tip: 'keep one claim and give it the sources of both',
        },
      ];
    });
  },
};

function normalize(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
