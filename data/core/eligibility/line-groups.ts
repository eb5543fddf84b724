import { type AxisResult, LINE_GROUP_KINDS, type LineGroup } from '../schema/assessment.ts';
import type { Household, Line } from '../schema/household.ts';
import { AXIS_RECORDS, verdictRank } from '../schema/verdict.ts';
import { assessHouseholdAxes, assessOperatorAxes, assessPlanAxes } from './axes/assess-axes.ts';
import type { OperatorContext } from './axes/axis-context.ts';
import { memberOf } from './axes/holders.ts';
import type { OperatorOutcome } from './evaluator.ts';
import { contractRegions } from './household.ts';
import { type PlanOutcome, toPlanOutcome } from './plans.ts';

/** Lines of one kind. */
type Group = { kind: LineGroup['kind']; lines: Line[] };

/** A household's lines by kind, in the order in which a family adds them: phones, then what goes with them. */
function groupLines(household: Household): Group[] {
  return LINE_GROUP_KINDS.map((kind) => ({
    kind,
    lines: household.lines.filter((line) => kindOf(household, line) === kind),
  })).filter(({ lines }) => lines.length > 0);
}

function kindOf(household: Household, line: Line): LineGroup['kind'] {
  if (line.deviceKind !== 'phone') return line.deviceKind;
  return memberOf(household, line.memberId)?.ageBand === 'under-14' ? 'child-phone' : 'phone';
}

/**
 * What an operator's best plan comes to for each group. Questions asked of each line are asked of the group's own; questions
 * asked of all together, such as their number, of this group and those before it. So an unknown watch leaves the phones as
 * they were, and the minimum over the groups is the verdict over all lines.
 */
export function assessLineGroups({ best, context }: OperatorOutcome): LineGroup[] {
  const groups = groupLines(context.household);
  return groups.map(({ kind, lines }, index) => {
    const soFar = groups.slice(0, index + 1).flatMap((group) => group.lines);
    const { verdict, support, axes } =
      groups.length === 1 ? best : assessGroup({ ...context, plan: best.plan }, lines, soFar);
    return {
      kind,
      lineIds: lines.map(({ id }) => id),
      verdict,
      support,
      axes: axes.filter(({ value }) => value === verdict).map(({ axis }) => axis),
      decides: verdict === best.verdict,
    };
  });
}

/** How well the first group does: of two operators unknown for a watch, the one that takes the phones is nearer. */
export function rankOfFirstGroup({ best, context }: OperatorOutcome): number {
  const [first, ...others] = groupLines(context.household);
  if (first === undefined || others.length === 0) return verdictRank(best.verdict);
  const { verdict } = assessGroup({ ...context, plan: best.plan }, first.lines, first.lines);
  return verdictRank(verdict);
}

function assessGroup(
  context: OperatorContext,
  own: readonly Line[],
  soFar: readonly Line[],
): PlanOutcome {
  const each = axesFor({ ...context, lines: own, regionIds: contractRegions(own) });
  const together = axesFor({ ...context, lines: soFar, regionIds: contractRegions(soFar) });
  const axes = AXIS_RECORDS.flatMap(
    ({ id, lines }) => (lines === 'each' ? each : together).find(({ axis }) => axis === id) ?? [],
  );
  return toPlanOutcome(context.plan, axes);
}

function axesFor(context: OperatorContext): AxisResult[] {
  return [
    ...assessHouseholdAxes(context),
    ...assessOperatorAxes(context),
    ...assessPlanAxes(context),
  ];
}
