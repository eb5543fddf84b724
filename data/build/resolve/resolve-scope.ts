import type { RegionScope } from '../../schema/ids.ts';

/** The regions that a scope names: `RU` is all mapped regions. */
export function expandScope(scope: RegionScope, allRegionIds: readonly string[]): string[] {
  return scope === 'RU' ? [...allRegionIds] : [...scope];
}
