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
