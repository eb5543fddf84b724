import type { RuleIssue } from './issue.ts';
import type { Rule } from './rule.ts';

/** What a reader cannot open carries little weight and says why. */
export const sourcesWithoutAddress: Rule = {
  name: 'sources-without-address',
  description:
    'a source without an address is secondary and has a note that says where it was read',
  scope: 'file',
  check(data) {
    return data.sources.flatMap(({ file, value }): RuleIssue[] => {
      if (value.url !== undefined) return [];
      const issues: RuleIssue[] = [];
      if (value.confidence !== 'secondary') {
        issues.push({
          level: 'error',
          file,
          path: 'confidence',
          message: `${value.confidence} is too much weight for a source that nobody can open`,
          tip: 'add the address, or write "secondary"',
        });
      }
      if (value.note === undefined) {
        issues.push({
          level: 'error',
          file,
          path: 'note',
          message: 'a source without an address does not say where it was read',
          tip: 'add the address, or a note that tells how the document can be found',
        });
      }
      return issues;
    });
  },
};
