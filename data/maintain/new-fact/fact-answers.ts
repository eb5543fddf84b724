import * as z from 'zod';
import { AXES, Axis } from '../../schema/axis.ts';
import { TOPICS, Topic } from '../../schema/claim.ts';
import { CONDITION_CODES, ConditionCode } from '../../schema/condition.ts';
import { PartialDate } from '../../schema/dates.ts';
import { RegionScope, Slug } from '../../schema/ids.ts';
import { METHODS, Method } from '../../schema/method.ts';
import { CONFIDENCES, Confidence } from '../../schema/source.ts';

const text = z.string().trim().min(1);
const url = z.url({ protocol: /^https?$/, error: 'expected an http(s) address' });
const regions = z
  .string()
  .transform((value) => (value === 'RU' ? value : value.split(',').map((id) => id.trim())))
  .pipe(RegionScope);

/**
 * What a maintainer is asked for, in this order; each key is also a flag of `npm run data:new-fact`, each
 * description the question. The source's own fields are needed only for a source that does not exist yet.
 */
export const FactAnswers = z.strictObject({
  subject: text.describe('file it belongs to, such as operators/mts'),
  id: Slug.describe('id of the claim, such as mts-esim-online'),
  topic: Topic.describe(`topic (${TOPICS.join(', ')})`),
  regions: regions.describe('regions: RU for the whole country, or ids with commas between'),
  method: Method.describe(`method (${METHODS.join(', ')})`),
  'statement-ru': text.describe('statement in Russian, in your own words'),
  'statement-en': text.describe('statement in English'),
  'statement-zh': text.describe('statement in Chinese'),
  axis: Axis.optional().describe(`axis it decides, if any (${AXES.join(', ')})`),
  value: z
    .enum(['no', 'partial', 'yes'])
    .optional()
    .describe('value on that axis (no, partial, yes)'),
  condition: ConditionCode.optional().describe(
    `condition of a partial (${CONDITION_CODES.join(', ')})`,
  ),
  plan: Slug.optional().describe('id of the plan it speaks of, if any'),
  'source-id': Slug.describe('id of the source: an existing one, or a new one'),
  'source-title': text.optional().describe('new source: title of the page'),
  'source-publisher': text.optional().describe('new source: who publishes it'),
  'source-url': url.optional().describe('new source: address of the page'),
  'source-confidence': Confidence.optional().describe(
    `new source: weight (${CONFIDENCES.join(', ')})`,
  ),
  'source-observed-on': PartialDate.optional().describe('new source: day it speaks for, if dated'),
});
export type FactAnswers = z.infer<typeof FactAnswers>;

/** The fields in the order of asking, with their questions. */
export const FACT_FIELDS: readonly { name: string; question: string; optional: boolean }[] =
  Object.entries(FactAnswers.shape).map(([name, schema]) => ({
    name,
    question: schema.description ?? name,
    optional: schema instanceof z.ZodOptional,
  }));
