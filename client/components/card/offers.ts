import type { OperatorAssessment } from '../../../data/core/schema/assessment.ts';
import type { DatasetOperator } from '../../../data/core/schema/dataset.ts';
import { coversRegion, type RegionId } from '../../../data/core/schema/ids.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import type { ContactKind } from '../../../data/core/schema/operator.ts';
import type { Plan } from '../../../data/core/schema/plan.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import {
  aside,
  colon,
  comma,
  formatDate,
  formatList,
  formatRoubles,
} from '../../i18n/grammar/format.ts';
import { planName } from '../../i18n/grammar/names.ts';
import { feeDay, feesFor, feeText, membersText, type PlanWords, placesText } from './plan-words.ts';

/** One way to reach an operator. */
export interface Reach {
  kind: ContactKind | 'site';
  /** What it is, `чат`. */
  label: string;
  /** Number, name or address as people read it. */
  text: string;
  /** Absent for what cannot be followed, as the name of an app. */
  href?: string;
}

/** One operator to turn to. */
export interface Offer {
  operator: DatasetOperator;
  assessment: OperatorAssessment;
  plan?: Plan;
  /** Plan and what is shared: `«МегаСемья», общее: минуты и интернет`. */
  planText: string;
  /** How many numbers; absent where no plan is known. */
  roomText?: string;
  /** What it probably costs a month, where and when that was seen; or that no price was found. */
  priceText: string;
  /** Whether the price is one of this region. */
  hasPrice: boolean;
  /** The number to call, from any phone where there is one. */
  call?: Reach & { href: string };
  others: Reach[];
}

/** Contacts in the order of use; what is meant for travellers stands on the operator's page alone. */
const KINDS: readonly ContactKind[] = [
  'phone-free',
  'phone-short',
  'chat',
  'app',
  'shops-url',
  'family-url',
  'esim-url',
];
const CALLS: readonly ContactKind[] = ['phone-free', 'phone-short'];

/**
 * Address that calls a number. Free numbers are written with the trunk prefix 8 and dialled with the country code
 * (RFC 3966 5.1.4 wants global numbers); short ones have no global form.
 */
function telHref(value: string): string {
  const digits = value.replace(/[^\d+]/g, '');
  return `tel:${digits.length === 11 ? digits.replace(/^8/, '+7') : digits}`;
}

/** One contact as people read it, with the address to follow where there is one. */
export function reachOf(
  { kind, value }: DatasetOperator['contacts'][number],
  labels: Readonly<Record<ContactKind, string>>,
): Reach {
  const label = labels[kind];
  if (kind.startsWith('phone-')) return { kind, label, text: value, href: telHref(value) };
  if (/^https?:/.test(value)) return { kind, label, text: label, href: value };
  return { kind, label, text: value };
}

/** The number of an operator that most can call: a free one for the whole country, else any; `undefined` without one. */
export function callOf({ contacts }: DatasetOperator): { text: string; href: string } | undefined {
  const calls = CALLS.flatMap((kind) => contacts.filter((each) => each.kind === kind));
  const [call] = calls;
  return call && { text: call.value, href: telHref(call.value) };
}

/** The ways to reach an operator that hold in a region, phones first; its site where no number is known. */
function reachesIn(
  operator: DatasetOperator,
  regionId: RegionId,
  { language }: Pick<PlanWords, 'language'>,
): Pick<Offer, 'call' | 'others'> {
  const { contact } = catalogueOf(language).action;
  const here = operator.contacts.filter(({ regions }) => coversRegion(regions, regionId));
  const reaches = KINDS.flatMap((kind) =>
    here
      .filter((each) => each.kind === kind)
      .slice(0, 1)
      .map((each) => reachOf(each, contact)),
  );
  const call = reaches.find(
    (each): each is Reach & { href: string } =>
      each.href !== undefined && CALLS.some((kind) => kind === each.kind),
  );
  const site: Reach[] =
    operator.website === undefined
      ? []
      : [
          {
            kind: 'site',
            label: '',
            text: new URL(operator.website).host.replace(/^www\./, ''),
            href: operator.website,
          },
        ];
  const others = reaches.filter((each) => each !== call);
  return { ...(call === undefined ? {} : { call }), others: [...others, ...site] };
}

function planLine(plan: Plan | undefined, { language }: PlanWords): string {
  const { action, card } = catalogueOf(language);
  if (plan === undefined) return action.noPlan;
  const shares = (): string => {
    if (plan.model === 'payer-funded') return action.shares.payerFunded;
    if (plan.model === 'unknown' || plan.shares.length === 0) return action.shares.unknown;
    return action.shares.pooled(
      formatList(
        language,
        plan.shares.map((share) => card.shared[share]),
      ),
    );
  };
  return `${planName(plan, language)} · ${shares()}`;
}

/** What a month probably costs: for all, else the plan's own price here, else one of another region, always with its day. */
function priceLine(
  assessed: OperatorAssessment,
  plan: Plan | undefined,
  regionId: RegionId,
  words: PlanWords,
): string {
  const { action, card } = catalogueOf(words.language);
  const shared = assessed.cost?.sharedRubPerMonth;
  if (shared !== undefined) {
    const day = assessed.cost?.items
      .map(({ observedOn }) => observedOn)
      .find((each) => each !== undefined);
    const amount = action.price.month(formatRoubles(words.language, shared));
    return day === undefined
      ? amount
      : amount + aside(words.language, card.feeOn(formatDate(words.language, day)));
  }
  const { fees, elsewhere } =
    plan === undefined ? { fees: [], elsewhere: true } : feesFor(plan, regionId);
  const [fee] = fees;
  if (fee === undefined) return action.price.unknown;
  const day = feeDay(fee, words.dataset);
  const origin = [
    ...(elsewhere ? [placesText(fee.regionIds, words)] : []),
    day === undefined ? action.price.undated : formatDate(words.language, day),
  ].filter((each) => each !== '');
  return feeText(fee, words) + aside(words.language, origin.join(comma(words.language)));
}

/** What is known of a plan that is not known to be possible here, before its terms: terms alone would read like an offer. */
function openness({ verdict }: OperatorAssessment, language: Language): string {
  if (verdict === 'yes' || verdict === 'partial') return '';
  return catalogueOf(language).verdictNames[verdict] + colon(language);
}

/** One operator to turn to, with what a person needs to do so. */
export function offerOf(
  operator: DatasetOperator,
  assessed: OperatorAssessment,
  regionId: RegionId,
  words: PlanWords,
): Offer {
  const plan = operator.plans.find(({ id }) => id === assessed.planId);
  return {
    operator,
    assessment: assessed,
    ...(plan === undefined
      ? {}
      : {
          plan,
          roomText:
            catalogueOf(words.language).card.members +
            colon(words.language) +
            membersText(plan, words),
        }),
    planText: openness(assessed, words.language) + planLine(plan, words),
    priceText: priceLine(assessed, plan, regionId, words),
    hasPrice:
      assessed.cost?.sharedRubPerMonth !== undefined ||
      (plan !== undefined && !feesFor(plan, regionId).elsewhere),
    ...reachesIn(operator, regionId, words),
  };
}
