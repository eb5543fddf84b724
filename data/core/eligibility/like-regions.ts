import type { Dataset, DatasetOperator } from '../schema/dataset.ts';
import { coversRegion, RegionId } from '../schema/ids.ts';

/**
 * Tells regions apart as far as an operator's rules can: two regions with the same key are named by the same parts of all that
 * is written of the operator, of the country and of the law, so that the same household comes to the same outcome in both.
 *
 * @returns a key of a region, to be compared for one operator only
 */
export function createLikeness(
  dataset: Pick<Dataset, 'operators' | 'background' | 'laws'>,
): (operatorId: string, regionId: RegionId) => string {
  const forAll = namedTogether([backgroundOf(dataset), dataset.laws]);
  const byOperator = new Map(
    dataset.operators.map((operator) => [operator.id, createKeys(operator, forAll)]),
  );
  return (operatorId, regionId) => byOperator.get(operatorId)?.(regionId) ?? regionId;
}

/**
 * What of the background the rules can come to: a claim that finds nothing and that nothing refers to, like one on a region's
 * network, decides nothing, and its regions would be worked out each by itself.
 */
function backgroundOf({ operators, background, laws }: Parameters<typeof createLikeness>[0]) {
  const referred = new Set<string>();
  refersTo([operators, background, laws], referred);
  return background.map((entry) => ({
    ...entry,
    claims: entry.claims.filter(({ id, findings }) => findings.length > 0 || referred.has(id)),
  }));
}

/** Every text anywhere in a part of the data but its own ids, by which a claim might be referred to. */
function refersTo(part: unknown, found: Set<string>): void {
  if (typeof part === 'string') found.add(part);
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) if (key !== 'id') refersTo(value, found);
}

function createKeys(operator: DatasetOperator, forAll: readonly Named[]) {
  const named = [...namedTogether(operator), ...forAll];
  const known = new Map<RegionId, string>();
  return (regionId: RegionId): string => {
    const key =
      known.get(regionId) ?? named.map((ids) => (coversRegion(ids, regionId) ? '1' : '0')).join('');
    known.set(regionId, key);
    return key;
  };
}

/** Regions that one part of the data names. */
type Named = RegionId[];

/** Every list of regions, and every single one, anywhere in a part of the data: whatever the field is called. */
function namedTogether(part: unknown): Named[] {
  const found = new Map<string, Named>();
  const add = (ids: Named) => found.set(ids.join(), ids);
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      if (isRegion(value)) add([value]);
    } else if (Array.isArray(value)) {
      const ids = value.filter(isRegion);
      if (ids.length > 0) add(ids);
      for (const entry of value) if (typeof entry === 'object') visit(entry);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(part);
  return [...found.values()];
}

function isRegion(value: unknown): value is RegionId {
  return RegionId.safeParse(value).success;
}
