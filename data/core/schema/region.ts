import * as z from 'zod';
import { RegionId } from './ids.ts';
import { inEachLanguage, LocalizedText } from './localized-text.ts';

export const REGION_TYPES = [
  'republic',
  'krai',
  'oblast',
  'federal-city',
  'autonomous-oblast',
  'autonomous-okrug',
] as const;

/** One federal subject, as its maintainers write it. Neighbours and geometry are derived by the build. */
export const Region = z.strictObject({
  id: RegionId,
  name: LocalizedText,
  officialName: z.string().min(1),
  type: z.enum(REGION_TYPES),
  federalDistrict: z.strictObject(inEachLanguage(() => z.string())),
  oktmo: z.string().regex(/^\d{8}$/),
  okato: z.string().regex(/^\d{2,11}$/),
  constitutionCode: z.string().regex(/^\d{2}$/),
  geonamesAdmin1: z.string().min(1),
  geonamesId: z.int(),
  osmRelation: z.int(),
  wikidata: z.string().regex(/^Q\d+$/),
  timeZone: z.string().min(1),
  timeZones: z.array(z.string().min(1)).min(1),
  /** Other names a reader may type: `Татария`, `Yakutia`. */
  aliases: z.array(z.string()).default([]),
});
export type Region = z.infer<typeof Region>;

const Ring = z.array(z.array(z.number()).min(2)).min(4);

/** One region's outline: `id` stands on the feature and in the properties, since readers look in either place. */
export const RegionBoundary = z.object({
  type: z.literal('Feature'),
  id: RegionId,
  properties: z.object({ id: RegionId }),
  geometry: z.object({
    type: z.literal('MultiPolygon'),
    /** Parts, rings, positions `[lon, lat]`; split at the antimeridian (RFC 7946 section 3.1.9). */
    coordinates: z.array(z.array(Ring).min(1)).min(1),
  }),
});
export type RegionBoundary = z.infer<typeof RegionBoundary>;

/** The outlines of all regions in full detail, ordered by id: `regions.full.geojson`. */
export const RegionBoundaries = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(RegionBoundary).min(1),
});
export type RegionBoundaries = z.infer<typeof RegionBoundaries>;

/** Who made outlines that stand in place of the shipped ones, and under which licence. */
export const BoundarySource = z.strictObject({
  /** Names that must be shown with the outlines. */
  attribution: z.string().min(1),
  /** SPDX identifier or name: `ODbL-1.0`. */
  licence: z.string().min(1),
  /** Where they were published. */
  url: z.url({ protocol: /^https?$/ }).optional(),
});
export type BoundarySource = z.infer<typeof BoundarySource>;

/** A settlement with its region by administrative code, not by polygon. */
export const Place = z.strictObject({
  /** GeoNames id; our own from 2,000,000,001 on where GeoNames has none. */
  id: z.int(),
  name: z.strictObject({ ru: z.string(), en: z.string(), zh: z.string().optional() }),
  regionId: RegionId,
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  population: z
    .int()
    .nonnegative()
    .meta({ description: 'According to GeoNames; 0 where it has no number' }),
  /** Every other spelling, for search only. */
  alternates: z.array(z.string()).default([]),
});
export type Place = z.infer<typeof Place>;

/**
 * `certain`: no other region within the border distance; `border`: candidates in order;
 * `snapped`: off the coast, nearest region; `outside`: on other land, nearer to it, or far from any region.
 */
const CERTAINTIES = ['certain', 'border', 'snapped', 'outside'] as const;
const Certainty = z.enum(CERTAINTIES);

export const Location = z.strictObject({
  certainty: Certainty,
  /** Nearest first; `distanceKm` is 0 for the region the point lies in. */
  candidates: z.array(z.strictObject({ regionId: RegionId, distanceKm: z.number() })),
});
export type Location = z.infer<typeof Location>;

/**
 * Land near the regions that belongs to none of them: `other-land.geojson`, a GeoJSON geometry with positions
 * `[lon, lat]`. A point on it is outside, however near a region is.
 */
export const OtherLand = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(z.array(z.number()).min(2)).min(4)).min(1)),
});
export type OtherLand = z.infer<typeof OtherLand>;
