import { disputesByClaim } from '../../core/schema/case.ts';
import type { Claim } from '../../core/schema/claim.ts';
import type {
  Dataset,
  DatasetClaim,
  DatasetOperator,
  DatasetRegion,
} from '../../core/schema/dataset.ts';
import type { IsoDate } from '../../core/schema/dates.ts';
import type { DeviceModel } from '../../core/schema/device.ts';
import type { RegionId } from '../../core/schema/ids.ts';
import {
  type AuthoredData,
  claimsOf,
  type Entry,
  newestNumbering,
} from '../authored/authored-data.ts';
import { formatIssue } from '../authored/issue.ts';
import { parseData } from '../authored/parse-data.ts';
import type { DataFiles } from '../authored/read-data-files.ts';
import { resolveSupersession } from './resolve-findings.ts';
import { resolveObservedOn, resolveOperators } from './resolve-operators.ts';

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
