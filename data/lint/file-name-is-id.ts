import type { RuleIssue } from './issue.ts';
import type { Rule } from './rule.ts';

/** A file is found by its id, so its name is the id. */
export const fileNameIsId: Rule = {
  name: 'file-name-is-id',
  description: 'the name of a file is the id inside it',
  scope: 'file',
  check(data) {
    const entries = [
      ...data.regions,
      ...data.operators,
      ...data.law,
      ...data.restrictions,
      ...data.background,
      ...data.sources,
    ];
    return entries.flatMap(({ file, value }): RuleIssue[] => {
      const name = file.slice(file.indexOf('/') + 1, -'.json'.length);
      if (name === value.id) return [];
      return [
        {
          level: 'error',
          file,
          path: 'id',
          message: `the id is ${value.id}, the file is called ${name}.json`,
          tip: `rename the file to ${value.id}.json or correct the id`,
        },
      ];
    });
  },
};
