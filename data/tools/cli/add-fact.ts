import * as z from 'zod';
import { CONFIDENCES, Confidence, TOPICS, Topic } from '../../core/schema/claim.ts';
import { CONDITION_CODES, ConditionCode } from '../../core/schema/condition.ts';
import { type IsoDate, PartialDate } from '../../core/schema/dates.ts';
import { RegionScope, Slug } from '../../core/schema/ids.ts';
import { AXES, Axis, METHODS, Method, REACHES, Reach } from '../../core/schema/verdict.ts';
import { type DataFiles, parseData } from '../authored/data-files.ts';
import { formatDataFile } from '../authored/format-json.ts';
import { formatIssue } from '../authored/issue.ts';
import { lintData } from '../lint/lint-data.ts';

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
  reach: Reach.describe(`where its sources speak of (${REACHES.join(', ')})`),
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
  'source-publisher-id': Slug.optional().describe(
    'new source: id of the publisher, the one that other sources of it have',
  ),
  'source-url': url.optional().describe('new source: address of the page'),
  'source-confidence': Confidence.optional().describe(
    `new source: weight (${CONFIDENCES.join(', ')})`,
  ),
  'source-observed-on': PartialDate.optional().describe('new source: day it speaks for, if dated'),
  'source-note': text.optional().describe('new source: why it has no date, or what else to know'),
});
export type FactAnswers = z.infer<typeof FactAnswers>;

/** The fields in the order of asking, with their questions. */
export const FACT_FIELDS: readonly { name: string; question: string; optional: boolean }[] =
  Object.entries(FactAnswers.shape).map(([name, schema]) => ({
    name,
    question: schema.description ?? name,
    optional: schema instanceof z.ZodOptional,
  }));

/** Changed files by name, or every reason why the fact was refused. */
export type AddedFact =
  | { ok: true; changed: Map<string, string> }
  | { ok: false; problems: string[] };

const Subject = z.looseObject({ claims: z.array(z.unknown()).default([]) });

/**
 * Appends a claim to a subject's file and adds its source when that does not exist yet. Refused are a claim id or
 * a statement that is taken, an unknown subject, and anything else that the schemas or the lint rules object to:
 * whatever was wrong before does not count.
 */
export function addFact(files: DataFiles, answers: FactAnswers, checkedOn: IsoDate): AddedFact {
  const subjectFile = `${answers.subject}.json`;
  const subjectText = files.get(subjectFile);
  if (subjectText === undefined) {
    const near = [...files.keys()].filter((file) => file.endsWith(`/${subjectFile}`));
    const meant = near.map((file) => `; did you mean ${file.replace(/\.json$/, '')}?`).join('');
    return { ok: false, problems: [`subject: there is no file ${subjectFile} in data${meant}`] };
  }
  const subject = Subject.parse(JSON.parse(subjectText));
  const changed = new Map([
    [
      subjectFile,
      written(subjectFile, {
        ...subject,
        claims: [...subject.claims, claimOf(answers, checkedOn)],
      }),
    ],
  ]);
  const sourceFile = `sources/${answers['source-id']}.json`;
  if (!files.has(sourceFile)) changed.set(sourceFile, written(sourceFile, sourceOf(answers)));

  const known = new Set(problemsOf(files));
  const problems = problemsOf(new Map([...files, ...changed])).filter((line) => !known.has(line));
  return problems.length === 0 ? { ok: true, changed } : { ok: false, problems };
}

/** A file as `npm run data:format` leaves it. */
function written(file: string, value: unknown): string {
  return formatDataFile(file, JSON.stringify(value));
}

function problemsOf(files: DataFiles): string[] {
  const { data, issues } = parseData(files);
  const found = [...issues, ...lintData(data, { complete: issues.length === 0 })];
  return found.filter(({ level }) => level === 'error').map(formatIssue);
}

function claimOf(answers: FactAnswers, checkedOn: IsoDate): Record<string, unknown> {
  const { axis, value, condition, plan } = answers;
  const finding = {
    axis,
    value,
    ...(plan && { planId: plan }),
    ...(condition && {
      conditions: [{ code: condition, ...(plan && { params: { planId: plan } }) }],
    }),
  };
  return {
    id: answers.id,
    topic: answers.topic,
    statement: {
      ru: answers['statement-ru'],
      en: answers['statement-en'],
      zh: answers['statement-zh'],
    },
    sourceIds: [answers['source-id']],
    method: answers.method,
    regionIds: answers.regions,
    reach: answers.reach,
    ...((axis || value) && { findings: [finding] }),
    checkedOn,
  };
}

function sourceOf(answers: FactAnswers): Record<string, unknown> {
  const { 'source-observed-on': observedOn, 'source-note': note } = answers;
  return {
    id: answers['source-id'],
    title: answers['source-title'],
    publisher: answers['source-publisher'],
    publisherId: answers['source-publisher-id'],
    url: answers['source-url'],
    confidence: answers['source-confidence'],
    ...(observedOn && { observedOn }),
    ...(note && { note }),
  };
}
