import * as z from 'zod';
import { PartialDate } from './dates.ts';
import { Slug } from './ids.ts';

/** How much weight a source carries, from most to least. */
export const CONFIDENCES = ['official', 'register', 'press', 'secondary'] as const;
export const Confidence = z.enum(CONFIDENCES);
export type Confidence = z.infer<typeof Confidence>;

/** One cited document: `official` (operator, state), `register`, `press`, `secondary` (dealer, aggregator, forum, code). */
export const Source = z.strictObject({
  id: Slug,
  title: z.string().trim().min(1),
  publisher: z.string().trim().min(1),
  url: z.url({ protocol: /^https?$/ }),
  confidence: Confidence,
  /** Day the document speaks for (publication, or last reading of a live page); absent when the document is undated. */
  observedOn: PartialDate.optional(),
  language: z.string().min(2).optional(),
  note: z.string().optional(),
});
export type Source = z.infer<typeof Source>;
