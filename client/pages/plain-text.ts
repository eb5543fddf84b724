import type { Assessment } from '../../data/core/schema/assessment.ts';
import type { Dataset, DatasetRegion } from '../../data/core/schema/dataset.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { type Verdict, verdictRank } from '../../data/core/schema/verdict.ts';
import { answerSentence } from '../components/card/answer-sentence.ts';
import {
  type CardModel,
  createCardModel,
  type OperatorRow,
} from '../components/card/card-model.ts';
import { feeDateText, feesFor, feeText } from '../components/card/plan-words.ts';
import type { PageContext } from '../components/context/page-context.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { aside, colon, comma, formatDate, sentenceEnd } from '../i18n/grammar/format.ts';
import { planName } from '../i18n/grammar/names.ts';

/** A terminal shows the first few; the rest is at the address in the last line. */
const MAX_OPERATORS = 8;

/** The plan with its price, or the question that stands against the operator. */
function detailsOf(model: CardModel, { assessment, plan }: OperatorRow): string[] {
  const { card } = catalogueOf(model.language);
  if (assessment.verdict === 'no') return [model.describe.against(assessment.axes)];
  if (plan === undefined) return [card.nothingKnown];
  const { fees, elsewhere } = feesFor(plan, model.region.id);
  const fee = elsewhere ? undefined : fees[0];
  return [
    planName(plan, model.language),
    card.planModel[plan.model],
    ...(fee === undefined ? [] : [feeText(fee, model), feeDateText(fee, model)]),
  ];
}

function wordFor({ language }: CardModel, verdict: Verdict): string {
  return catalogueOf(language).verdictNames[verdict];
}

/** One operator, with what only it asks of a family where it is among the best. */
function operatorLines(model: CardModel, row: OperatorRow): string[] {
  const name = row.operator.brand[model.language];
  const { verdict } = row.assessment;
  const { language } = model;
  const isBest =
    verdict === model.assessment.verdict && verdictRank(verdict) > verdictRank('unknown');
  const own = isBest ? model.describe.conditions(row.ownConditions) : [];
  return [
    `  ${name}${colon(language)}${wordFor(model, verdict)}${aside(language, detailsOf(model, row).join(comma(language)))}`,
    ...own.map((text) => `    - ${text}`),
  ];
}

/**
 * The answer in a few lines for a terminal or a very slow link. The last one is the address of the page at `origin`, or
 * its path where the origin is not known.
 */
export function renderPlainText(
  assessment: Assessment,
  dataset: Dataset,
  language: Language,
  origin = '',
): string {
  const model = createCardModel({ dataset, assessment, language });
  if (model === undefined) return '';
  const { card } = catalogueOf(language);
  const lines = [
    model.region.name[language] +
      aside(language, model.region.id) +
      sentenceEnd(language) +
      card.answerOf(formatDate(language, assessment.asOf)),
    answerSentence(model),
    '',
    `${card.operators}${colon(language)}`.trimEnd(),
    ...[...model.rows, ...model.refused]
      .slice(0, MAX_OPERATORS)
      .flatMap((row) => operatorLines(model, row)),
  ];
  if (model.conditions.length > 0) {
    lines.push('', `${card.conditions}${colon(language)}`.trimEnd());
    lines.push(...model.describe.conditions(model.conditions).map((text) => `  - ${text}`));
  }
  lines.push('', `${card.contractNote}`, `${origin}/${language}/regions/${model.region.id}`);
  return `${lines.join('\n')}\n`;
}

/** Plain text of `/text/RU-MOW.txt`, what "copy as text" copies; `undefined` for any other address. */
export function regionText(
  path: string,
  language: Language,
  context: PageContext,
): string | undefined {
  const [, id] = /^\/text\/([^/]+)\.txt$/.exec(path) ?? [];
  const region = context.dataset.regions.find((candidate) => candidate.id === id);
  return (
    region && renderPlainText(context.assess(region.id), context.dataset, language, context.origin)
  );
}

/** The answer for a region in a sentence, the same wherever it stands alone: in frames, badges and descriptions. */
export function regionSentence(
  { assess, dataset }: PageContext,
  region: DatasetRegion,
  language: Language,
): string {
  const assessment = assess(region.id);
  return createCardModel({ dataset, assessment, language })?.sentence ?? region.name[language];
}
