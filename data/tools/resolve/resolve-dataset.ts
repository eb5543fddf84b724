import { weighSources } from '../../core/eligibility/claims/support.ts';
import type { Claim, Source } from '../../core/schema/claim.ts';
import type {
  Dataset,
  DatasetClaim,
  DatasetOperator,
  DatasetRegion,
} from '../../core/schema/dataset.ts';
import type { IsoDate, PartialDate } from '../../core/schema/dates.ts';
import type { DeviceModel } from '../../core/schema/device.ts';
import { type RegionId, TerritoryId } from '../../core/schema/ids.ts';
import type { NumberingTable } from '../../core/schema/numbering.ts';
import type { Operator } from '../../core/schema/operator.ts';
import type { Plan, PlanFee } from '../../core/schema/plan.ts';
import { disputesByClaim } from '../../core/schema/report.ts';
import {
  type AuthoredData,
  claimsOf,
  type Entry,
  newestNumbering,
} from '../authored/authored-data.ts';
import { type DataFiles, parseData } from '../authored/data-files.ts';
import { formatIssue } from '../authored/issue.ts';
import { expandScope, resolvePresence, resolveSupersession } from './resolve-findings.ts';

/** What the boundaries say about one region. */
export type RegionShape = Pick<DatasetRegion, 'neighbours' | 'bbox' | 'labelPoint'>;

/**
 * The operators with days, presence, supersession and inheritance resolved; needs no boundaries, so lint rules
 * can look at what the rule core will see. Without a numbering table no presence is derived.
 */
export function resolveOperatorsOf(data: AuthoredData): DatasetOperator[] {
  const sources = new Map(data.sources.map(({ value }) => [value.id, value]));
  const regionIds = data.regions.map(({ value }) => value.id);
  const markDisputed = disputeMarker(data);
  return resolveOperators(
    inOrder(data.operators),
    sources,
    newestNumbering(data)?.value,
    regionIds,
  ).map((operator) => ({ ...operator, claims: operator.claims.map(markDisputed) }));
}

/** Adds the open corrections of a claim to it. */
function disputeMarker(data: AuthoredData): (claim: DatasetClaim) => DatasetClaim {
  const disputes = disputesByClaim(data.cases.flatMap(({ value }) => value.cases));
  return (claim) => {
    const open = disputes.get(claim.id);
    return open === undefined ? claim : { ...claim, disputes: open };
  };
}

/**
 * Turns what maintainers wrote into what the rule core reads, without the hash, which is taken over the result.
 * Throws when a region has no shape or no numbering table exists; lint has reported both by then.
 */
export function resolveDataset(
  data: AuthoredData,
  shapes: ReadonlyMap<RegionId, RegionShape>,
): Omit<Dataset, 'hash'> {
  const sources = new Map(data.sources.map(({ value }) => [value.id, value]));
  const regionIds = data.regions.map(({ value }) => value.id);
  const numbering = newestNumbering(data)?.value;
  if (numbering === undefined) throw new Error('data/facts/numbering holds no table');

  function resolveClaims(claims: readonly Claim[]): DatasetClaim[] {
    const dated = claims.map((claim) => resolveObservedOn(claim, sources));
    return resolveSupersession(dated, dated, regionIds).map(disputeMarker(data));
  }

  return {
    schemaVersion: 1,
    version: data.release.value.version,
    checkedOn: latestCheck(data),
    regions: inOrder(data.regions).map((region) => ({ ...region, ...shapeOf(region.id, shapes) })),
    operators: resolveOperatorsOf(data),
    laws: inOrder(data.law).map((law) => ({ ...law, claims: resolveClaims(law.claims) })),
    restrictions: inOrder(data.restrictions).map((restriction) => ({
      ...restriction,
      claims: resolveClaims(restriction.claims),
    })),
    background: inOrder(data.background).map((part) => ({
      ...part,
      claims: resolveClaims(part.claims),
    })),
    sources: inOrder(data.sources),
    measures: inOrder(data.measures),
    numbering,
    experiences: data.cases.flatMap(({ value }) => value.experiences),
  };
}

function latestCheck(data: AuthoredData): IsoDate {
  const days = claimsOf(data).map(({ value }) => value.checkedOn);
  return days.toSorted().at(-1) ?? data.release.value.version;
}

function shapeOf(id: RegionId, shapes: ReadonlyMap<RegionId, RegionShape>): RegionShape {
  const shape = shapes.get(id);
  if (shape === undefined) throw new Error(`${id}: the boundaries have no such region`);
  return shape;
}

function inOrder<T extends { id: string }>(entries: readonly Entry<T>[]): T[] {
  return entries.map(({ value }) => value).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** No verdict depends on it, so it stands in for outlines where only verdicts are asked for. */
const NO_SHAPE: RegionShape = { neighbours: [], bbox: [0, 0, 0, 0], labelPoint: [0, 0] };

/**
 * The dataset that verdicts are computed from, in a moment: without outlines, settlements and the hash over them
 * (it is all zeros). Throws with every problem when a file does not fit its schema.
 */
export function resolveWithoutTerritory(files: DataFiles): {
  dataset: Dataset;
  devices: DeviceModel[];
} {
  const { data, issues } = parseData(files);
  if (issues.length > 0) {
    throw new Error(`the data cannot be read:\n${issues.map(formatIssue).join('\n')}`);
  }
  const shapes = new Map(data.regions.map(({ value }) => [value.id, NO_SHAPE]));
  return {
    dataset: { ...resolveDataset(data, shapes), hash: '0'.repeat(64) },
    devices: data.devices.flatMap(({ value }) => value.models),
  };
}

/**
 * Takes from each price the regions where newer claims superseded all that state it: a price of the whole country does
 * not hold where the plan was found not to work.
 *
 * @param claims of the plan's operator, with what supersedes them
 */
function resolveFees(
  plan: Plan,
  claims: readonly DatasetClaim[],
  allRegionIds: readonly RegionId[],
): Plan {
  const states = (claimId: string, regionId: string): boolean => {
    const marks = claims.find(({ id }) => id === claimId)?.supersededBy ?? [];
    return !marks.some(
      ({ regionIds = 'RU' }) => regionIds === 'RU' || regionIds.some((id) => id === regionId),
    );
  };
  const fees = plan.fees.flatMap((fee): PlanFee[] => {
    const scope = expandScope(fee.regionIds, allRegionIds);
    const left = scope.filter((id) => fee.claimIds.some((claimId) => states(claimId, id)));
    if (left.length === scope.length) return [fee];
    if (left.length === 0) return [];
    const ids = (list: readonly string[]) => list.map((id) => TerritoryId.parse(id));
    if (fee.regionIds !== 'RU') return [{ ...fee, regionIds: ids(left) }];
    // A price of the country stays one: a list of all but a few regions would name regions that no source does.
    return [{ ...fee, exceptRegionIds: ids(scope.filter((id) => !left.includes(id))) }];
  });
  return { ...plan, fees };
}

/**
 * The claims that a virtual operator takes over from its hosts, each with the host's name kept. Findings that
 * speak of one plan stay behind: the plan is the host's.
 */
function inheritedClaims(
  operator: DatasetOperator,
  operators: ReadonlyMap<string, DatasetOperator>,
): DatasetClaim[] {
  return operator.inherits.flatMap(({ fromOperatorId, claimIds }) =>
    claimIds.flatMap((claimId) => {
      const claim = operators.get(fromOperatorId)?.claims.find(({ id }) => id === claimId);
      if (claim === undefined) return [];
      const findings = claim.findings.filter((finding) => finding.planId === undefined);
      return [{ ...claim, findings, inheritedFrom: fromOperatorId }];
    }),
  );
}

/**
 * Gives a claim without a day of its own the day that its sources speak for together. A claim whose sources give none
 * stays without one: it is undated, and the freshness rule says so.
 */
function resolveObservedOn<T extends Claim>(claim: T, sources: ReadonlyMap<string, Source>): T {
  if (claim.observedOn !== undefined) return claim;
  const cited = claim.sourceIds.flatMap((id) => sources.get(id) ?? []);
  const { observedOn } = weighSources(claim.method, cited);
  return observedOn === undefined ? claim : { ...claim, observedOn };
}

/** Day that a source speaks for, `null` where it is undated. */
function dayOf(source: Source | undefined): PartialDate | null {
  return source?.datedBy === undefined ? (source?.observedOn ?? null) : null;
}

/**
 * Resolves operators in this order: days and presence of each claim, supersession among an operator's own
 * claims, what that leaves of the prices of plans, then inheritance (so that a host's corrections are inherited too), then what the inheriting
 * operator's own claims supersede of the inherited ones.
 */
function resolveOperators(
  authored: readonly Operator[],
  sources: ReadonlyMap<string, Source>,
  numbering: NumberingTable | undefined,
  allRegionIds: readonly RegionId[],
): DatasetOperator[] {
  const own = authored.map((operator): DatasetOperator => {
    const claims = operator.claims
      .map((claim) => resolveObservedOn(claim, sources))
      .map((claim) => resolvePresence(claim, operator.id, numbering, allRegionIds));
    const resolved = resolveSupersession(claims, claims, allRegionIds);
    const plans = operator.plans.map((plan) => resolveFees(plan, resolved, allRegionIds));
    const contacts = operator.contacts.map((contact) => ({
      ...contact,
      observedOn: contact.observedOn ?? dayOf(sources.get(contact.sourceId)),
    }));
    return { ...operator, contacts, claims: resolved, plans };
  });
  const byId = new Map(own.map((operator) => [operator.id, operator]));
  return own.map((operator) => {
    const inherited = inheritedClaims(operator, byId);
    const resolved = resolveSupersession(inherited, operator.claims, allRegionIds);
    return { ...operator, claims: [...operator.claims, ...resolved] };
  });
}
