import { Fragment } from 'preact';
import type { AxisResult } from '../../../data/core/schema/assessment.ts';
import type { DatasetOperator } from '../../../data/core/schema/dataset.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { aside, colon, comma, listComma, sentenceGap } from '../../i18n/grammar/format.ts';
import { planName } from '../../i18n/grammar/names.ts';
import { VerdictMark } from '../verdict-icon.tsx';
import type { CardModel, OperatorRow } from './card-model.ts';
import { Part, type PartProps } from './card-part.tsx';
import { Cites } from './citations.tsx';
import { DatedChanges, OperatorSteps } from './next-steps.tsx';
import { PlanTerms } from './plan-terms.tsx';
import { feeDateText, feesFor, feeText } from './plan-words.ts';

/** The row's second line: plan and price with its age, or that none was found, or what stands against the operator. */
export function glance(model: CardModel, row: OperatorRow): string {
  const { card } = catalogueOf(model.language);
  if (row.assessment.verdict === 'no') return model.describe.against(row.assessment.axes);
  if (row.plan === undefined) return card.nothingKnown;
  const { fees, elsewhere } = feesFor(row.plan, model.region.id);
  const [fee] = elsewhere ? [] : fees;
  const { language } = model;
  const name = planName(row.plan, language) + aside(language, card.planModel[row.plan.model]);
  if (fee === undefined) return name;
  return name + comma(language) + feeText(fee, model) + aside(language, feeDateText(fee, model));
}

/**
 * One operator: verdict and plan at a glance; terms, conditions, reasons and, `withSteps`, the way to its plan when
 * opened.
 */
function OperatorDetails(props: { model: CardModel; row: OperatorRow; withSteps: boolean }) {
  const { model, row, withSteps } = props;
  const { card, verdictNames } = catalogueOf(model.language);
  const { verdict } = row.assessment;
  return (
    <details class="op" data-operator={row.operator.id}>
      <summary>
        <VerdictMark verdict={verdict} />
        <span>
          <b>{row.operator.brand[model.language]}</b> {verdictNames[verdict]}
          <small>{glance(model, row)}</small>
        </span>
      </summary>
      {row.plan !== undefined && <PlanTerms model={model} row={row} plan={row.plan} />}
      {verdict !== 'no' && row.ownConditions.length > 0 && (
        <>
          <p class="lead">{card.allConditions}</p>
          <ul>
            {model.describe.conditions(row.ownConditions).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      <DatedChanges model={model} assessment={row.assessment} />
      <p class="lead">{card.why}</p>
      <AxisList model={model} axes={row.axes} />
      {withSteps && <OperatorSteps model={model} assessment={row.assessment} />}
    </details>
  );
}

/** Operators that a card only names, each with a link to its own page. */
export function OperatorNames(props: {
  title: string;
  operators: readonly DatasetOperator[];
  language: Language;
}) {
  const { title, operators, language } = props;
  if (operators.length === 0) return null;
  return (
    <p class="hint">
      {title}
      {sentenceGap(language)}
      {operators.map((operator, index) => (
        <Fragment key={operator.id}>
          {index > 0 && listComma(language)}
          <a href={`/${language}/operators/${operator.id}`}>{operator.brand[language]}</a>
        </Fragment>
      ))}
    </p>
  );
}

/** Operators in a line each: what their own pages say is not said again where there is no room. */
function BriefOperators({ model }: { model: CardModel }) {
  const { language, briefly } = model;
  const { verdictNames } = catalogueOf(language);
  if (briefly.length === 0) return null;
  return (
    <ul class="plain">
      {briefly.map((row) => (
        <li key={row.operator.id} data-operator={row.operator.id}>
          <VerdictMark verdict={row.assessment.verdict} />{' '}
          <a href={`/${language}/operators/${row.operator.id}`}>{row.operator.brand[language]}</a>
          {colon(language)}
          {verdictNames[row.assessment.verdict]}
          <br />
          <small>{glance(model, row)}</small>
        </li>
      ))}
    </ul>
  );
}

/** Operators with an answer of their own, those that do not fit, those only named, and what is the same for all. */
export function OperatorsPart({ model, place }: PartProps) {
  const { language, rows, refused, silent, absent, familyAxes } = model;
  const { card } = catalogueOf(language);
  // A region's page has 14 KB in all, which its evidence takes; the guide has the way to the plans there.
  const withSteps = place === 'panel';
  return (
    <Part title={card.operators} place={place}>
      {rows.map((row) => (
        <OperatorDetails key={row.operator.id} model={model} row={row} withSteps={withSteps} />
      ))}
      {refused.length > 0 && <p class="lead">{card.notHere}</p>}
      {refused.map((row) => (
        <OperatorDetails key={row.operator.id} model={model} row={row} withSteps={withSteps} />
      ))}
      <BriefOperators model={model} />
      <OperatorNames title={card.silent} operators={silent} language={language} />
      <OperatorNames title={card.absent} operators={absent} language={language} />
      {familyAxes.length > 0 && <p class="lead">{card.family}</p>}
      {familyAxes.length > 0 && <AxisList model={model} axes={familyAxes} />}
    </Part>
  );
}

/** What one axis came to, why, and on what. */
export function AxisAnswer({ model, result }: { model: CardModel; result: AxisResult }) {
  return (
    <>
      <VerdictMark verdict={result.value} /> {model.describe.axis(result)}
      <Cites model={model} claimIds={result.evidence.map((used) => used.claimId)} />
    </>
  );
}

/** What each axis came to, by name. */
export function AxisList({ model, axes }: { model: CardModel; axes: readonly AxisResult[] }) {
  const words = catalogueOf(model.language);
  return (
    <dl class="ax">
      {axes.map((result) => (
        <div key={result.axis}>
          <dt>{words.axes[result.axis].name}</dt>
          <dd>
            <AxisAnswer model={model} result={result} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
