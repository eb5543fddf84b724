import type { ComponentChildren } from 'preact';
import type { Dataset, DatasetOperator } from '../../../data/core/schema/dataset.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import type { Cost } from '../../../data/core/schema/outlook.ts';
import type { Plan, PlanFee } from '../../../data/core/schema/plan.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { aside, colon, formatDate, formatList, formatRoubles } from '../../i18n/grammar/format.ts';
import { planName } from '../../i18n/grammar/names.ts';
import { WideTable } from '../table.tsx';
import type { CardModel, OperatorRow } from './card-model.ts';
import { Cites } from './citations.tsx';
import {
  channelsText,
  feeOriginText,
  feesFor,
  feeText,
  membersText,
  type PlanWords,
  planInRegion,
  sharesText,
  statusEverywhere,
} from './plan-words.ts';

/** Prices of a plan, each with where and when it was seen; those of a region, or, without one, all that are known. */
export function FeeLines(props: {
  plan: Plan;
  words: PlanWords;
  regionId?: string;
  /** What stands behind a price: the numbers of its claims. */
  cite?: (fee: PlanFee) => ComponentChildren;
}) {
  const { plan, words, regionId, cite } = props;
  const fees = regionId === undefined ? plan.fees : feesFor(plan, regionId).fees;
  if (fees.length === 0) return <>{catalogueOf(words.language).card.feeUnknown}</>;
  return (
    <>
      {fees.map((fee, index) => (
        <p key={String(index)}>
          {feeText(fee, words)}
          <span class="hint">{aside(words.language, feeOriginText(fee, words, regionId))}</span>
          {cite?.(fee)}
        </p>
      ))}
    </>
  );
}

function Term({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The operator's other plans, with the prices that hold here. */
function OtherPlans({ model, row, plan }: { model: CardModel; row: OperatorRow; plan: Plan }) {
  const { card } = catalogueOf(model.language);
  const { operator, assessment } = row;
  const others = assessment.plans.flatMap(({ planId }) =>
    planId === plan.id ? [] : (operator.plans.find(({ id }) => id === planId) ?? []),
  );
  if (others.length === 0) return null;
  return (
    <Term name={card.otherPlans}>
      {others.map((other) => (
        <div key={other.id}>
          {planInRegion(operator, other, model.region.id, model)}
          {!feesFor(other, model.region.id).elsewhere && <Fees model={model} plan={other} />}
        </div>
      ))}
    </Term>
  );
}

function Fees({ model, plan }: { model: CardModel; plan: Plan }) {
  const cite = (fee: PlanFee) => <Cites model={model} claimIds={fee.claimIds} />;
  return <FeeLines plan={plan} words={model} regionId={model.region.id} cite={cite} />;
}

/** Terms of the plan that an operator's row speaks of. */
export function PlanTerms({
  model,
  row,
  plan,
}: {
  model: CardModel;
  row: OperatorRow;
  plan: Plan;
}) {
  const { language } = model;
  const { card } = catalogueOf(language);
  return (
    <dl class="ax">
      <Term name={card.plan}>
        {planInRegion(row.operator, plan, model.region.id, model)}
        <Cites
          model={model}
          claimIds={[...new Set([...plan.claimIds, ...(plan.payerTariffs?.claimIds ?? [])])]}
        />
      </Term>
      <Term name={card.shares}>{sharesText(plan, model)}</Term>
      <Term name={card.members}>
        {membersText(plan, model)}
        <Cites model={model} claimIds={plan.lineLimit?.claimIds ?? []} />
      </Term>
      <Term name={card.fee}>
        <Fees model={model} plan={plan} />
      </Term>
      <Term name={card.channels}>
        {channelsText(plan, model)}
        <Cites model={model} claimIds={plan.manage?.claimIds ?? []} />
      </Term>
      <OtherPlans model={model} row={row} plan={plan} />
    </dl>
  );
}

/** What a shared plan costs a month against separate numbers, from dated prices, and which prices are missing. */
export function CostText({ cost, language }: { cost: Cost; language: Language }) {
  const { card } = catalogueOf(language);
  const monthly = (amount: number) => card.perMonth(formatRoubles(language, amount));
  const sums: [name: string, amount: number | undefined][] = [
    [card.costShared, cost.sharedRubPerMonth],
    [card.costSeparate, cost.separateRubPerMonth],
    [card.costAdded, cost.addedLineRubPerMonth],
  ];
  const lines = [
    ...sums.flatMap(([name, amount]) =>
      amount === undefined
        ? []
        : [<li key={name}>{`${name}${colon(language)}${monthly(amount)}`}</li>],
    ),
    ...cost.items.map((item) => (
      <li key={item.code}>
        {card.costItem[item.code]}
        {colon(language)}
        {item.count} × {monthly(item.rubPerMonth)}
        <span class="hint">
          {aside(
            language,
            item.observedOn === undefined
              ? card.feeUndated
              : card.feeOn(formatDate(language, item.observedOn)),
          )}
        </span>
      </li>
    )),
  ];
  return (
    <div>
      <p class="lead">{card.cost}</p>
      {lines.length > 0 && <ul>{lines}</ul>}
      {cost.missing.length > 0 && (
        <p class="hint">
          {card.costNotFound(
            formatList(
              language,
              cost.missing.map((code) => card.costMissing[code]),
            ),
          )}
        </p>
      )}
    </div>
  );
}

/** Plans of one operator: all of them, whatever their status, or some. */
export function PlanTable(props: {
  dataset: Dataset;
  operator: DatasetOperator;
  plans?: readonly Plan[];
  language: Language;
  title: string;
}) {
  const { dataset, operator, plans = operator.plans, language, title } = props;
  const { card, compare, operator: titles } = catalogueOf(language);
  const words = { dataset, language };
  const columns = [
    compare.plan,
    titles.statusTitle,
    compare.shares,
    card.members,
    compare.fee,
    card.channels,
  ];
  const cellsOf = (plan: Plan): ComponentChildren[] => [
    planName(plan, language),
    statusEverywhere(operator, plan, words),
    sharesText(plan, words),
    membersText(plan, words),
    <FeeLines key="fees" plan={plan} words={words} />,
    channelsText(plan, words),
  ];
  return (
    <WideTable
      title={title}
      columns={columns.map((column) => ({ title: column }))}
      rows={plans.map((plan) => ({
        key: plan.id,
        cells: cellsOf(plan).map((content) => ({ content })),
      }))}
      language={language}
    />
  );
}
