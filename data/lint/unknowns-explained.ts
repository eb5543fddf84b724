import { resolveOperatorsOf } from '../build/resolve/resolve-dataset.ts';
import { joinablePlans } from '../eligibility/joinable-plans.ts';
import { servesFamiliesOn } from '../eligibility/serves-families.ts';
import type { Axis } from '../schema/axis.ts';
import type { Finding } from '../schema/claim.ts';
import type { DatasetOperator } from '../schema/dataset-claim.ts';
import { type IsoDate, isValidOn } from '../schema/dates.ts';
import { DEVICE_KINDS, type DeviceKind } from '../schema/device.ts';
import { coversRegion, type RegionId } from '../schema/ids.ts';
import { asks } from './asks.ts';
import type { RuleIssue } from './issue.ts';
import { nameRegions } from './name-regions.ts';
import type { Rule } from './rule.ts';

/** One question to an operator that findings decide; `planId` and `deviceKind` where it is about one of them only. */
interface Subject {
  axis: Axis;
  planId?: string;
  deviceKind?: DeviceKind;
}

/** An `unknown` that says nothing about who looked for what is an empty spot on the map. */
export const unknownsExplained: Rule = {
  name: 'unknowns-explained',
  description:
    'where no claim decides an axis of an operator at the release, an open question says what was looked for',
  scope: 'dataset',
  check(data) {
    const release = data.release.value.version;
    const regionIds = data.regions.map(({ value }) => value.id);
    const files = new Map(data.operators.map(({ file, value }) => [value.id, file]));
    return resolveOperatorsOf(data)
      .filter((operator) => servesFamiliesOn(operator, release))
      .flatMap((operator) =>
        subjectsOf(operator, release).flatMap((subject) => {
          const open = regionIds.filter((id) => !isExplained(operator, subject, id, release));
          return describe(files.get(operator.id) ?? '', operator, subject, open);
        }),
      );
  },
};

/**
 * The axes that findings of an operator decide. `lineCount` and `sameRegion` are terms of plans and have a rule of
 * their own; `formFactor` is never unknown, because the rules assume it and say so.
 */
function subjectsOf(operator: DatasetOperator, release: IsoDate): Subject[] {
  const plans = joinablePlans(operator.plans, release);
  return [
    { axis: 'presence' },
    { axis: 'esim' },
    ...DEVICE_KINDS.filter((kind) => kind !== 'phone').map(
      (deviceKind): Subject => ({ axis: 'companion', deviceKind }),
    ),
    ...plans.map((plan): Subject => ({ axis: 'sharedPlan', planId: plan.id })),
    ...(plans.length === 0 ? [{ axis: 'sharedPlan' as const }] : []),
  ];
}

function isExplained(
  operator: DatasetOperator,
  subject: Subject,
  regionId: RegionId,
  release: IsoDate,
): boolean {
  const isDecided = operator.claims.some(
    (claim) =>
      isValidOn(claim, release) &&
      claim.findings.some(
        (finding) =>
          isAbout(finding, subject) && coversRegion(finding.regionIds ?? claim.regionIds, regionId),
      ),
  );
  return isDecided || asks(operator.openQuestions, subject.axis, regionId, subject.planId);
}

function isAbout(finding: Finding, { axis, planId, deviceKind }: Subject): boolean {
  const { deviceKinds } = finding;
  return (
    finding.axis === axis &&
    (finding.planId === undefined || finding.planId === planId) &&
    (deviceKinds === undefined || deviceKind === undefined || deviceKinds.includes(deviceKind))
  );
}

function describe(
  file: string,
  operator: DatasetOperator,
  { axis, planId, deviceKind }: Subject,
  regionIds: readonly RegionId[],
): RuleIssue[] {
  if (regionIds.length === 0) return [];
  const what = [axis, deviceKind].filter((word) => word !== undefined).join(' ');
  return [
    {
      level: 'error',
      file,
      path: 'openQuestions',
      message: `nothing is known and nothing is asked about ${what} of ${planId ?? operator.id} in ${nameRegions(regionIds)}`,
      tip: `add an open question with axes ["${axis}"] that covers these regions, or a claim with a finding`,
    },
  ];
}
