import * as z from 'zod';
import { IsoDate } from './dates.ts';
import { RegionId, Slug } from './ids.ts';
import { LocalizedText } from './localized-text.ts';

/** Units of measures. Codes here, words in `client/i18n`. */
const MEASURE_UNITS = [
  'settlements',
  'base-stations',
  'percent',
  'hours',
  'events',
  'sim-cards',
] as const;
export const MeasureUnit = z.enum(MEASURE_UNITS);
export type MeasureUnit = z.infer<typeof MeasureUnit>;

/** How a count stands to the truth, where its source says that it is no exact one. */
const VALUE_BOUNDS = ['about', 'at-least', 'fewer-than', 'more-than'] as const;
export const ValueBound = z.enum(VALUE_BOUNDS);
export type ValueBound = z.infer<typeof ValueBound>;

/** What one source counted in one region in one year. */
export const MeasureValue = z.strictObject({
  regionId: RegionId,
  value: z.number().nonnegative(),
  bound: ValueBound.optional(),
  /** What it is a part of, where the source says so: 108 `of` 112 villages. */
  of: z.number().positive().optional(),
  /** Year that the number speaks of. */
  year: z.int().min(2000).max(2100),
  sourceId: Slug,
});
export type MeasureValue = z.infer<typeof MeasureValue>;

/**
 * Something that was counted in some regions, by one definition. Numbers of different measures are never compared, and
 * those of one measure only as far as its definition says that they were counted alike.
 */
export const Measure = z.strictObject({
  id: Slug,
  title: LocalizedText,
  /** What was counted, by whom, and what the number does not say. */
  definition: LocalizedText,
  unit: MeasureUnit,
  checkedOn: IsoDate,
  values: z.array(MeasureValue).min(1),
});
export type Measure = z.infer<typeof Measure>;
