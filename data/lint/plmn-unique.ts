import type { RuleIssue } from './issue.ts';
import type { Rule } from './rule.ts';

/** A network code belongs to one network; an MVNO without a core of its own uses its host's and lists none. */
export const plmnUnique: Rule = {
  name: 'plmn-unique',
  description: 'no PLMN belongs to two operators',
  scope: 'dataset',
  check(data) {
    const owners = new Map<string, string>();
    return data.operators.flatMap(({ file, value }) =>
      value.plmns.flatMap(({ plmn }, index): RuleIssue[] => {
        const owner = owners.get(plmn);
        owners.set(plmn, owner ?? value.id);
        if (owner === undefined) return [];
        return [
          {
            level: 'error',
            file,
            path: `plmns[${index}].plmn`,
            message: `${plmn} is listed by ${owner} already`,
            tip: "leave it with the operator it is allocated to; a virtual operator on another's core lists none",
          },
        ];
      }),
    );
  },
};
