import type { ComponentChildren } from 'preact';
import type { Plan, PlanFee } from '../../../data/schema/plan.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { formatList } from '../../i18n/format.ts';
import type { CardModel, OperatorRow } from './card-model.ts';
import { Cites } from './cites.tsx';
import { FeeLines } from './fee-lines.tsx';
import { planInRegion } from './plan-openness.ts';
import { feesFor, membersText, sharesText } from './plan-words.ts';

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
  const { card, things } = catalogueOf(language);
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
        {plan.manage === undefined ? (
          card.channelUnknown
        ) : (
          <>
            {formatList(
              language,
              plan.manage.channels.map((channel) => things.channel[channel]),
            )}
            <Cites model={model} claimIds={plan.manage.claimIds} />
          </>
        )}
      </Term>
      <OtherPlans model={model} row={row} plan={plan} />
    </dl>
  );
}
