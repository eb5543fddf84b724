import type * as ru from '../ru/evidence.ts';

export const evidence: typeof ru.evidence = {
  confidence: {
    official: 'official page',
    register: 'state register',
    press: 'press',
    secondary: 'second-hand source',
  },
  freshness: {
    current: 'recent',
    ageing: 'over a year old',
    old: 'over three years old',
    undated: 'undated',
  },
  method: {
    stated: 'stated by the source',
    measured: 'counted',
    inferred: 'concluded',
    assumed: 'assumed',
  },
  role: {
    decisive: 'decided',
    supporting: 'agrees',
    contradicting: 'says otherwise, but weaker',
    stale: 'not checked for a long time, not counted',
  },
  observed: (date) => `as of ${date}`,
  checked: (date) => `checked ${date}`,
  checkDue: 'due for a new check',
  inherited: (operator) => `taken over from the ${operator} network`,
  source: 'source',
  back: 'Back to the text',
};
