import type { RuleIssue } from './issue.ts';
import type { Rule } from './rule.ts';

/** Whose network a virtual operator runs on decides what it inherits; not knowing it is said, not left out. */
export const virtualOperatorHasHost: Rule = {
  name: 'virtual-operator-has-host',
  description: 'an MVNO names its host with a claim, or says that it is unknown; an MNO has none',
  scope: 'file',
  check(data) {
    return data.operators.flatMap(({ file, value }): RuleIssue[] => {
      const { kind, hostOperatorId, hostClaimIds, inherits } = value;
      const problem = (path: string, message: string, tip: string): RuleIssue[] => [
        { level: 'error', file, path, message, tip },
      ];
      if (kind === 'mno') {
        if (hostOperatorId === undefined && inherits.length === 0) return [];
        return problem(
          'hostOperatorId',
          `${value.id} has a network of its own and a host or inherited claims as well`,
          'make it an mvno, or remove hostOperatorId and inherits',
        );
      }
      if (hostOperatorId === undefined) {
        return problem(
          'hostOperatorId',
          `${value.id} is a virtual operator without a host`,
          'name the host operator, or write "unknown" when no source names it',
        );
      }
      if (hostOperatorId !== 'unknown' && hostClaimIds.length === 0) {
        return problem(
          'hostClaimIds',
          `no claim says that ${value.id} runs on the network of ${hostOperatorId}`,
          'name the claim in hostClaimIds, or write "unknown" as the host',
        );
      }
      return [];
    });
  },
};
