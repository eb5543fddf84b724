import * as z from 'zod';

/** ISO 3166-2 code of one of the 83 federal subjects, `RU-MOW`. */
export const RegionId = z.string().regex(/^RU-[A-Z]{2,3}$/, {
  error: 'expected an ISO 3166-2:RU code such as RU-MOW',
});
export type RegionId = z.infer<typeof RegionId>;

/** Lower-case words joined by hyphens: `mts`, `mts-esim-supported`. */
export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'expected lower-case Latin letters, digits and single hyphens',
});
export type Slug = z.infer<typeof Slug>;

/** Territories that sources name but that are outside ISO 3166-2:RU and so outside the map (see the border policy). */
export const OUTSIDE_TERRITORIES = ['UA-09', 'UA-14', 'UA-23', 'UA-40', 'UA-43', 'UA-65'] as const;

/** A mapped region, or a territory outside the map that a source speaks of. */
export const TerritoryId = z.union([RegionId, z.enum(OUTSIDE_TERRITORIES)]);

/** Where something holds: `RU` for the whole country (all mapped regions), or a list. */
export const RegionScope = z.union([z.literal('RU'), z.array(TerritoryId).min(1)]);
export type RegionScope = z.infer<typeof RegionScope>;

/** Whether a scope covers a region. */
export function coversRegion(scope: RegionScope, regionId: RegionId): boolean {
  return scope === 'RU' ? regionId.startsWith('RU-') : scope.includes(regionId);
}

/** How wide a scope is, to compare two: the number of its territories; the whole country is wider than any list. */
export function scopeSize(scope: RegionScope): number {
  return scope === 'RU' ? Number.MAX_SAFE_INTEGER : scope.length;
}
