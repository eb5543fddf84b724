import type { Assessment } from '../../data/schema/assessment.ts';
import type { Dataset } from '../../data/schema/dataset.ts';
import type { Language } from '../../data/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { formatDate } from '../i18n/format.ts';
import { planName } from '../i18n/names.ts';
import { type CardModel, createCardModel, type OperatorRow } from '../ui/card/card-model.ts';
import { feesFor, feeText } from '../ui/card/plan-terms.tsx';

/** A terminal shows the first few; the rest is at the address in the last line. */
const MAX_OPERATORS = 8;

function operatorLine(model: CardModel, row: OperatorRow): string {
  const { card, verdictNames } = catalogueOf(model.language);
  const { plan } = row;
  const found = plan && feesFor(plan, model.region.id);
  const fee = found === undefined || found.elsewhere ? undefined : found.fees[0];
  const details = [
    plan === undefined ? card.nothingKnown : planName(plan, model.language),
    ...(fee === undefined ? [] : [feeText(fee, model)]),
  ];
  const name = row.operator.brand[model.language];
  return `  ${name}: ${verdictNames[row.assessment.verdict]} (${details.join(', ')})`;
}

/** The answer in a few lines for a terminal or a very slow link; ends with a line break. */
export function renderPlainText(
  assessment: Assessment,
  dataset: Dataset,
  language: Language,
): string {
  const model = createCardModel({ dataset, assessment, language });
  if (model === undefined) return '';
  const { card } = catalogueOf(language);
  const lines = [
    `${model.region.name[language]} (${model.region.id}). ${card.answerOf(formatDate(language, assessment.asOf))}`,
    model.sentence,
    '',
    `${card.operators}:`,
    ...[...model.rows, ...model.refused]
      .slice(0, MAX_OPERATORS)
      .map((row) => operatorLine(model, row)),
  ];
  if (model.conditions.length > 0) {
    lines.push('', `${card.conditions}:`);
    lines.push(...model.describe.conditions(model.conditions).map((text) => `  - ${text}`));
  }
  lines.push('', `${card.contractNote}`, `/${language}/regions/${model.region.id}`);
  return `${lines.join('\n')}\n`;
}
