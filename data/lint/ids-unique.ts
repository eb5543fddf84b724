import { claimsOf, type Located, openQuestionsOf } from '../build/claims-of.ts';
import type { RuleIssue } from './issue.ts';
import type { Rule } from './rule.ts';

/** Claims, plans, open questions and devices are named from other files, so their ids are unique over all files. */
export const idsUnique: Rule = {
  name: 'ids-unique',
  description: 'no two claims, plans, open questions or devices have the same id',
  scope: 'dataset',
  check(data) {
    const plans = data.operators.flatMap(({ file, value }) =>
      value.plans.map((plan, index) => ({ file, path: `plans[${index}]`, value: plan })),
    );
    const devices = data.devices.flatMap(({ file, value }) =>
      value.models.map((model, index) => ({ file, path: `models[${index}]`, value: model })),
    );
    return [
      ...repeatedIds('claim', claimsOf(data)),
      ...repeatedIds('open question', openQuestionsOf(data)),
      ...repeatedIds('plan', plans),
      ...repeatedIds('device', devices),
    ];
  },
};

function repeatedIds(what: string, items: readonly Located<{ id: string }>[]): RuleIssue[] {
  const firstFiles = new Map<string, string>();
  return items.flatMap(({ file, path, value }): RuleIssue[] => {
    const first = firstFiles.get(value.id);
    if (first === undefined) {
      firstFiles.set(value.id, file);
      return [];
    }
    return [
      {
        level: 'error',
        file,
        path: `${path}.id`,
        message: `the ${what} id ${value.id} is taken by ${first}`,
        tip: 'give one of the two another id',
      },
    ];
  });
}
