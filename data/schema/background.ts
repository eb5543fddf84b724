import * as z from 'zod';
import { Claim } from './claim.ts';
import { Slug } from './ids.ts';
import { LocalizedText } from './localized-text.ts';
import { OpenQuestion } from './open-question.ts';

/** Claims that belong to no single operator or law: devices, networks, the market, the regions themselves. */
export const Background = z.strictObject({
  id: Slug,
  title: LocalizedText,
  claims: z.array(Claim).default([]),
  openQuestions: z.array(OpenQuestion).default([]),
});
export type Background = z.infer<typeof Background>;
