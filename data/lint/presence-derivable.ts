import type { AuthoredData } from '../build/authored-data.ts';
import { newestNumbering } from '../build/newest-numbering.ts';
import type { RuleIssue } from './issue.ts';
import type { Rule } from './rule.ts';

/** Where an operator is sold follows from its row of the register's counts, so a row that is lost or misspelt is seen. */
export const presenceDerivable: Rule = {
  name: 'presence-derivable',
  description:
    'presence is derived as an inference, from a row of the newest numbering table; each row is of an operator',
  scope: 'dataset',
  check(data) {
    return [...lostRows(data), ...strayRows(data), ...wrongMethods(data)];
  },
};

function lostRows(data: AuthoredData): RuleIssue[] {
  const table = newestNumbering(data);
  return derivingClaims(data)
    .filter(({ operatorId }) => table?.value.counts[operatorId] === undefined)
    .map(({ file, path, operatorId }) => ({
      level: 'error',
      file,
      path: `${path}.derivesPresence`,
      message: `${table?.file ?? 'numbering'} has no row for ${operatorId}, so its presence stays unknown`,
      tip: 'correct the id of its row; an empty row says that the register lists it nowhere',
    }));
}

function strayRows(data: AuthoredData): RuleIssue[] {
  const operatorIds = new Set(data.operators.map(({ value }) => value.id));
  return data.numbering.flatMap(({ file, value }) =>
    Object.keys(value.counts)
      .filter((id) => !operatorIds.has(id))
      .map((id) => ({
        level: 'error',
        file,
        path: `counts.${id}`,
        message: `no operator has the id ${id}`,
        tip: 'correct the id, or add the operator that holds these numbers',
      })),
  );
}

function wrongMethods(data: AuthoredData): RuleIssue[] {
  return derivingClaims(data)
    .filter(({ claim }) => claim.method !== 'inferred')
    .map(({ file, path, claim }) => ({
      level: 'error',
      file,
      path: `${path}.method`,
      message: `${claim.id} derives presence from numbers held but calls itself ${claim.method}`,
      tip: 'set the method to "inferred": numbers held are not proof of sale',
    }));
}

function derivingClaims(data: AuthoredData) {
  return data.operators.flatMap(({ file, value }) =>
    value.claims.flatMap((claim, index) =>
      claim.derivesPresence
        ? [{ file, path: `claims[${index}]`, operatorId: value.id, claim }]
        : [],
    ),
  );
}
