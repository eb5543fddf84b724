import * as z from 'zod';
import { Axis } from './axis.ts';
import { IsoDate } from './dates.ts';
import { RegionScope, Slug } from './ids.ts';
import { LocalizedText } from './localized-text.ts';

/** Something that was looked for and not found: the reason behind an `unknown`. */
export const OpenQuestion = z.strictObject({
  id: Slug,
  question: LocalizedText,
  /** Axes whose `unknown` this explains. */
  axes: z.array(Axis).default([]),
  regionIds: RegionScope,
  planId: Slug.optional(),
  /** `not-found`: searched without result; `not-searched`: nobody has looked yet. */
  status: z.enum(['not-found', 'not-searched', 'answered']),
  lookedOn: IsoDate,
  /** Claims that answered it since, where `answered`. */
  answeredBy: z.array(Slug).default([]),
});
export type OpenQuestion = z.infer<typeof OpenQuestion>;
