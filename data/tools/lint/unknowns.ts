import { servesFamiliesOn } from '../../core/eligibility/operators.ts';
import { joinablePlans } from '../../core/eligibility/plans.ts';
import type { Finding } from '../../core/schema/claim.ts';
import type { DatasetOperator } from '../../core/schema/dataset.ts';
import { type IsoDate, isValidOn } from '../../core/schema/dates.ts';
import { DEVICE_KINDS, type DeviceKind } from '../../core/schema/device.ts';
import { coversRegion, type RegionId } from '../../core/schema/ids.ts';
import type { Axis } from '../../core/schema/verdict.ts';
import { type AuthoredData, newestNumbering } from '../authored/authored-data.ts';
import type { RuleIssue } from '../authored/issue.ts';
import { resolveOperatorsOf } from '../resolve/resolve-dataset.ts';
import { hasOpenQuestion, nameRegions, type Rule } from './rule.ts';

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
  return (
    isDecided || hasOpenQuestion(operator.openQuestions, subject.axis, regionId, subject.planId)
  );
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
