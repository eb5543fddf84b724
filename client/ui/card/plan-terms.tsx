import type { ComponentChildren } from 'preact';
import { claimsById } from '../../../data/eligibility/claims-by-id.ts';
import { coversRegion, scopeSize } from '../../../data/schema/ids.ts';
import type { Plan, PlanFee } from '../../../data/schema/plan.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { aside, formatDate, formatList, formatRoubles, semicolon } from '../../i18n/format.ts';
import { planName } from '../../i18n/names.ts';
import type { CardModel, OperatorRow } from './card-model.ts';
import { Cites } from './cites.tsx';

function Term({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What members share, in words. */
export function sharesText(plan: Plan, model: Pick<CardModel, 'language'>): string {
  const { card } = catalogueOf(model.language);
  if (plan.model === 'payer-funded') return card.notPooled;
  if (plan.shares.length === 0) return card.shareUnknown;
  return formatList(
    model.language,
    plan.shares.map((share) => card.shared[share]),
  );
}

/** How many numbers the plan takes, or that the source leaves open whether the payer's is one of them. */
export function membersText(
  { min, max, payerCounted }: NonNullable<Plan['lineLimit']>,
  model: Pick<CardModel, 'language'>,
): string {
  const { card } = catalogueOf(model.language);
  return payerCounted === 'unclear'
    ? card.memberRangeUnclear(min, max)
    : card.memberRange(min, max);
}

/** The fees that hold in a region, those for the fewest regions first; where there are none, those known from elsewhere. */
export function feesFor(plan: Plan, regionId: string): { fees: PlanFee[]; elsewhere: boolean } {
  const here = plan.fees
    .filter((fee) => coversRegion(fee.regionIds, regionId))
    .toSorted((a, b) => scopeSize(a.regionIds) - scopeSize(b.regionIds));
  return here.length > 0 ? { fees: here, elsewhere: false } : { fees: plan.fees, elsewhere: true };
}

/** `150 ₽ в месяц за каждый добавленный номер` */
export function feeText(fee: PlanFee, model: Pick<CardModel, 'language'>): string {
  const { card } = catalogueOf(model.language);
  const amount = formatRoubles(model.language, fee.amountRub);
  return card.feeTerms(amount, card.period[fee.period], card.feePer[fee.per]);
}

/** `цена на март 2025 года`, or that the price has no date. */
export function feeDateText(fee: PlanFee, model: Pick<CardModel, 'dataset' | 'language'>): string {
  const { card } = catalogueOf(model.language);
  const claims = claimsById(model.dataset);
  const date = fee.claimIds
    .map((id) => claims.get(id)?.observedOn)
    .find((day) => day !== undefined);
  return date === undefined ? card.feeUndated : card.feeOn(formatDate(model.language, date));
}

/** Where a price was seen and when: a price of one region says nothing of another. */
export function feeOriginText(
  fee: PlanFee,
  model: Pick<CardModel, 'dataset' | 'language'>,
): string {
  const { dataset, language } = model;
  const regionIds = fee.regionIds === 'RU' ? [] : fee.regionIds;
  const places = regionIds.flatMap((id) => {
    const region = dataset.regions.find((candidate) => candidate.id === id);
    return region === undefined ? [] : [region.name[language]];
  });
  const date = feeDateText(fee, model);
  return places.length === 0 ? date : formatList(language, places) + semicolon(language) + date;
}

function Fee({ fee, elsewhere, model }: { fee: PlanFee; elsewhere: boolean; model: CardModel }) {
  const { language } = model;
  const { card } = catalogueOf(language);
  const regions = fee.regionIds === 'RU' ? [] : fee.regionIds;
  const places = regions.flatMap((id) => model.names.region(id) ?? []);
  const remarks = [
    feeDateText(fee, model),
    ...(elsewhere && places.length > 0 ? [card.feeElsewhere(formatList(language, places))] : []),
  ];
  return (
    <p>
      {feeText(fee, model)}
      <span class="hint">{aside(language, remarks.join(semicolon(language)))}</span>
      <Cites model={model} claimIds={fee.claimIds} />
    </p>
  );
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
  const { fees, elsewhere } = feesFor(plan, model.region.id);
  const others = row.assessment.plans.filter((other) => other.planId !== plan.id);
  return (
    <dl class="ax">
      <Term name={card.plan}>
        {planName(plan, language)}
        <Cites model={model} claimIds={plan.claimIds} />
      </Term>
      <Term name={card.shares}>{sharesText(plan, model)}</Term>
      <Term name={card.members}>
        {plan.lineLimit === undefined ? (
          card.shareUnknown
        ) : (
          <>
            {membersText(plan.lineLimit, model)}
            <Cites model={model} claimIds={plan.lineLimit.claimIds} />
          </>
        )}
      </Term>
      <Term name={card.fee}>
        {fees.length === 0
          ? card.feeUnknown
          : fees.map((fee, index) => (
              <Fee key={String(index)} fee={fee} elsewhere={elsewhere} model={model} />
            ))}
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
      {others.length > 0 && (
        <Term name={card.otherPlans}>
          {formatList(
            language,
            others.flatMap((other) => model.names.plan(other.planId) ?? []),
          )}
        </Term>
      )}
    </dl>
  );
}
