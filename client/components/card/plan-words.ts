import { claimsById } from '../../../data/core/eligibility/claims/claim-index.ts';
import type { Dataset, DatasetOperator } from '../../../data/core/schema/dataset.ts';
import type { PartialDate } from '../../../data/core/schema/dates.ts';
import {
  coversRegion,
  type RegionId,
  type RegionScope,
  scopeSize,
} from '../../../data/core/schema/ids.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import { feeCovers, type Plan, type PlanFee } from '../../../data/core/schema/plan.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import {
  aside,
  formatDate,
  formatList,
  formatRoubles,
  semicolon,
} from '../../i18n/grammar/format.ts';
import { planName } from '../../i18n/grammar/names.ts';

/** What words on a plan are drawn from: cards, tables and pages of operators say the same of it. */
export interface PlanWords {
  dataset: Dataset;
  language: Language;
}

/** What members share, in words. */
export function sharesText(plan: Plan, { language }: Pick<PlanWords, 'language'>): string {
  const { card } = catalogueOf(language);
  if (plan.model === 'payer-funded') return card.notPooled;
  if (plan.shares.length === 0) return card.shareUnknown;
  return formatList(
    language,
    plan.shares.map((share) => card.shared[share]),
  );
}

/** How many numbers the plan takes, that its source leaves open whether the payer's is one of them, or that none was found. */
export function membersText(plan: Plan, { language }: Pick<PlanWords, 'language'>): string {
  const { card } = catalogueOf(language);
  if (plan.lineLimit === undefined) return card.shareUnknown;
  const { min, max, payerCounted } = plan.lineLimit;
  return payerCounted === 'unclear'
    ? card.memberRangeUnclear(min, max)
    : card.memberRange(min, max);
}

/** Where a plan is managed, or that it was not found. */
export function channelsText({ manage }: Plan, { language }: Pick<PlanWords, 'language'>): string {
  const { card, labels } = catalogueOf(language);
  if (manage === undefined) return card.channelUnknown;
  return formatList(
    language,
    manage.channels.map((channel) => labels.channel[channel]),
  );
}

/** The fees that hold in a region, those for the fewest regions first; where there are none, those known from elsewhere. */
export function feesFor(plan: Plan, regionId: string): { fees: PlanFee[]; elsewhere: boolean } {
  const here = plan.fees
    .filter((fee) => feeCovers(fee, regionId))
    .toSorted((a, b) => scopeSize(a.regionIds) - scopeSize(b.regionIds));
  return here.length > 0 ? { fees: here, elsewhere: false } : { fees: plan.fees, elsewhere: true };
}

/** `150 ₽ в месяц за каждый добавленный номер` */
export function feeText(fee: PlanFee, { language }: Pick<PlanWords, 'language'>): string {
  const { card, labels } = catalogueOf(language);
  const { tariff } = fee;
  return card.feeTerms(
    formatRoubles(language, fee.amountRub),
    card.period[fee.period],
    tariff === undefined
      ? card.feePer[fee.per]
      : card.feePerTariff(labels.tariff(tariff.name), tariff.lines),
  );
}

/** The day of a price, as exact as its source; `undefined` where it has none. */
export function feeDay(fee: PlanFee, dataset: Dataset): PartialDate | undefined {
  const claims = claimsById(dataset);
  return fee.claimIds.map((id) => claims.get(id)?.observedOn).find((day) => day !== undefined);
}

/** `цена на март 2025 года`, or that the price has no date. */
export function feeDateText(fee: PlanFee, { dataset, language }: PlanWords): string {
  const { card } = catalogueOf(language);
  const date = feeDay(fee, dataset);
  return date === undefined ? card.feeUndated : card.feeOn(formatDate(language, date));
}

/**
 * Where and when a price was seen, since a price of one region says nothing of another: `Чувашия; дата цены неизвестна`,
 * and on a page about a region without a price of its own `не для этого региона: Чувашия; …`.
 */
export function feeOriginText(fee: PlanFee, words: PlanWords, regionId?: string): string {
  const date = feeDateText(fee, words);
  const { language } = words;
  const isHere = regionId !== undefined && feeCovers(fee, regionId);
  const { card } = catalogueOf(language);
  if (fee.placeUnnamed) return card.feePlaceUnnamed + semicolon(language) + date;
  const places = isHere ? '' : placesText(fee.regionIds, words);
  if (places === '') return date;
  const origin = regionId === undefined ? places : card.feeElsewhere(places);
  return origin + semicolon(language) + date;
}

/** The prices of a plan for a region in one line, each with its origin; or that none was found. */
export function feeLinesText(plan: Plan, words: PlanWords, regionId: string): string {
  const { fees } = feesFor(plan, regionId);
  if (fees.length === 0) return catalogueOf(words.language).card.feeUnknown;
  return fees
    .map((fee) => feeText(fee, words) + aside(words.language, feeOriginText(fee, words, regionId)))
    .join(semicolon(words.language));
}

/** Names of the regions of a scope, or of those that are left out where these are fewer; empty for the whole country. */
export function placesText(scope: RegionScope, { dataset, language }: PlanWords): string {
  if (scope === 'RU') return '';
  const namesOf = (isNamed: boolean): string[] =>
    dataset.regions
      .filter(({ id }) => scope.includes(id) === isNamed)
      .map(({ name }) => name[language]);
  const [named, others] = [namesOf(true), namesOf(false)];
  if (named.length === 0 || named.length <= others.length) return formatList(language, named);
  const { card } = catalogueOf(language);
  return others.length === 0 ? card.allRegions : card.allRegionsBut(formatList(language, others));
}

/** Where a source says that new customers can have the plan; a source on one region says nothing of another. */
function scopesOpen(operator: DatasetOperator, plan: Plan): RegionScope[] {
  return operator.claims.flatMap((claim) =>
    claim.findings
      .filter(
        ({ axis, planId, value }) => axis === 'sharedPlan' && planId === plan.id && value !== 'no',
      )
      .filter(({ conditions }) => conditions.every(({ code }) => code !== 'plan-openness-unknown'))
      .map((finding) => finding.regionIds ?? claim.regionIds),
  );
}

/** Whether new customers of a region can have the plan, as far as sources on that region say. */
function statusIn(operator: DatasetOperator, plan: Plan, regionId: RegionId): Plan['status'] {
  if (plan.status !== 'open') return plan.status;
  const isStated = scopesOpen(operator, plan).some((scope) => coversRegion(scope, regionId));
  return isStated ? 'open' : 'unknown';
}

/** A plan as sold, and whether new customers of a region can have it: `«Семья» (неизвестно, подключают ли)`. */
export function planInRegion(
  operator: DatasetOperator,
  plan: Plan,
  regionId: RegionId,
  { language }: Pick<PlanWords, 'language'>,
): string {
  const { status } = catalogueOf(language).operator;
  return planName(plan, language) + aside(language, status[statusIn(operator, plan, regionId)]);
}

/** Whether new customers can have the plan, and where that was said: `по источнику, подключают (Чувашия; …)`. */
export function statusEverywhere(operator: DatasetOperator, plan: Plan, words: PlanWords): string {
  const { status, statusElsewhere } = catalogueOf(words.language).operator;
  if (plan.status !== 'open') return status[plan.status];
  const scopes = scopesOpen(operator, plan);
  if (scopes.length === 0) return status.unknown;
  if (scopes.includes('RU')) return status.open;
  const places = placesText([...new Set(scopes.flat())], words);
  return status.open + aside(words.language, places + semicolon(words.language) + statusElsewhere);
}
