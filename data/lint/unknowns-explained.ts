import { resolveOperatorsOf } from '../build/resolve/resolve-dataset.ts';
import type { Axis } from '../schema/axis.ts';
import type { DatasetOperator } from '../schema/dataset-claim.ts';
import { coversRegion, type RegionId } from '../schema/ids.ts';
import type { RuleIssue } from './issue.ts';
import type { Rule } from './rule.ts';

/** Axes that only findings of an operator decide; `formFactor` is never unknown, because the core assumes it and says so. */
const OPERATOR_AXES = ['presence', 'esim', 'sharedPlan'] as const;

/** An `unknown` that says nothing about who looked for what is an empty spot on the map. */
export const unknownsExplained: Rule = {
  name: 'unknowns-explained',
  description:
    'where no claim decides an axis of an operator, an open question says what was looked for',
  scope: 'dataset',
  check(data) {
    const regionIds = data.regions.map(({ value }) => value.id);
    const files = new Map(data.operators.map(({ file, value }) => [value.id, file]));
    return resolveOperatorsOf(data)
      .filter(({ market }) => market === 'consumer')
      .flatMap((operator) =>
        OPERATOR_AXES.flatMap((axis) =>
          describe(
            files.get(operator.id) ?? '',
            operator,
            axis,
            unexplained(operator, axis, regionIds),
          ),
        ),
      );
  },
};

function unexplained(operator: DatasetOperator, axis: Axis, regionIds: readonly RegionId[]) {
  return regionIds.filter((regionId) => {
    const found = operator.claims.some((claim) =>
      claim.findings.some(
        (finding) =>
          finding.axis === axis && coversRegion(finding.regionIds ?? claim.regionIds, regionId),
      ),
    );
    const asked = operator.openQuestions.some(
      (question) => question.axes.includes(axis) && coversRegion(question.regionIds, regionId),
    );
    return !found && !asked;
  });
}

function describe(
  file: string,
  operator: DatasetOperator,
  axis: Axis,
  regionIds: readonly RegionId[],
): RuleIssue[] {
  if (regionIds.length === 0) return [];
  const named = regionIds.slice(0, 5).join(', ');
  const rest = regionIds.length > 5 ? ` and ${regionIds.length - 5} more` : '';
  return [
    {
      level: 'error',
      file,
      path: 'openQuestions',
      message: `nothing is known and nothing is asked about ${axis} of ${operator.id} in ${named}${rest}`,
      tip: `add an open question with axes ["${axis}"] that covers these regions, or a claim with a finding`,
    },
  ];
}
