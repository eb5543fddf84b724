import type { Assessment, OperatorAssessment } from '../../data/core/schema/assessment.ts';
import type { Dataset } from '../../data/core/schema/dataset.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { verdictRank } from '../../data/core/schema/verdict.ts';
import type { ActionModel } from '../components/card/action-model.ts';
import {
  type CardModel,
  createCardModel,
  type OperatorRow,
} from '../components/card/card-model.ts';
import { type ActionInput, supportInWords } from '../components/card/headline.ts';
import { feeDateText, feesFor, feeText } from '../components/card/plan-words.ts';
import type { PageContext } from '../components/context/page-context.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { aside, colon, comma, semicolon } from '../i18n/grammar/format.ts';
import { planName } from '../i18n/grammar/names.ts';

/** A terminal shows the first few; the rest is at the address in the last line. */
const MAX_OPERATORS = 6;

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

/** A verdict never goes without how well it is known. */
function wordFor({ language }: CardModel, answer: OperatorAssessment): string {
  const { verdictNames, supportNames } = catalogueOf(language);
  const { verdict } = answer;
  return verdictNames[verdict] + comma(language) + supportInWords(answer, language, supportNames);
}

/** Where in the region an operator has other terms, and what they are. */
function exceptionLines({ exceptions, language }: CardModel): string[] {
  if (exceptions.length === 0) return [];
  const { card } = catalogueOf(language);
  return [
    '',
    `${card.exceptions}${colon(language)}`.trimEnd(),
    ...exceptions.map(
      ({ operator, place }) =>
        `  - ${operator.brand[language]}${colon(language)}${place.name[language]}${aside(language, place.effect[language])}`,
    ),
  ];
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
    `  ${name}${colon(language)}${wordFor(model, row.assessment)}${aside(language, detailsOf(model, row).join(comma(language)))}`,
    ...own.map((text) => `    - ${text}`),
  ];
}

/** The action card as text: what a messenger, a terminal and a copied answer show of it. */
function actionLines({ language, ...action }: ActionModel): string[] {
  const { action: words } = catalogueOf(language);
  const offers = action.offers.flatMap(({ operator, planText, priceText, call, others }) => {
    const ways = [...(call === undefined ? [] : [call]), ...others].map(({ text, href, kind }) =>
      href === undefined || kind.startsWith('phone') ? text : href,
    );
    return [
      `  ${operator.brand[language]}${colon(language)}${planText}${semicolon(language)}${priceText}`,
      `    ${ways.length === 0 ? words.noContact : ways.join(' · ')}`,
    ];
  });
  return [
    action.sentence,
    action.supportText,
    ...action.notes,
    '',
    ...offers,
    '',
    `${words.questions}${colon(language)}`.trimEnd(),
    ...action.questions.map((text, index) => `  ${index + 1}. ${text}`),
  ];
}

/** What a text is about besides an assessment: the default household, and a page without its origin, where absent. */
interface PlainTextOptions extends Pick<Partial<ActionInput>, 'household' | 'devices'> {
  origin?: string | undefined;
}

/**
 * The answer in a few lines for a terminal or a very slow link. The last one is the address of the page at `origin`, or
 * its path where the origin is not known.
 */
export function renderPlainText(
  assessment: Assessment,
  dataset: Dataset,
  language: Language,
  { origin = '', household, devices }: PlainTextOptions = {},
): string {
  const model = createCardModel({
    dataset,
    assessment,
    language,
    ...(household === undefined ? {} : { household }),
    ...(devices === undefined ? {} : { devices }),
  });
  if (model === undefined) return '';
  const { card } = catalogueOf(language);
  const lines = [
    model.region.name[language] + aside(language, model.region.id),
    model.action.dateText,
    ...actionLines(model.action),
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
  lines.push(...exceptionLines(model));
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
  return region && renderPlainText(context.assess(region.id), context.dataset, language, context);
}
