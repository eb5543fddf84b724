import type { Assessment } from '../../data/schema/assessment.ts';
import type { Dataset } from '../../data/schema/dataset.ts';
import type { Language } from '../../data/schema/localized-text.ts';
import { type Verdict, verdictRank } from '../../data/schema/verdict.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { aside, colon, comma, formatDate, sentenceEnd } from '../i18n/format.ts';
import { planName } from '../i18n/names.ts';
import { answerSentence } from '../ui/card/answer-sentence.ts';
import { type CardModel, createCardModel, type OperatorRow } from '../ui/card/card-model.ts';
import { feeDateText, feesFor, feeText } from '../ui/card/plan-words.ts';

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
