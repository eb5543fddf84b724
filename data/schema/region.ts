import * as z from 'zod';
import { RegionId } from './ids.ts';
import { LocalizedText } from './localized-text.ts';

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
  federalDistrict: z.strictObject({ ru: z.string(), en: z.string(), zh: z.string() }),
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
