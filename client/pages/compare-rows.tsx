import { DAYS_PER_MONTH } from '../../data/core/eligibility/outlook/cost.ts';
import type { OperatorAssessment } from '../../data/core/schema/assessment.ts';
import type { DatasetOperator, DatasetRegion } from '../../data/core/schema/dataset.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import type { Plan } from '../../data/core/schema/plan.ts';
import { FeeLines } from '../components/card/plan-terms.tsx';
import {
  feesFor,
  membersText,
  type PlanWords,
  planInRegion,
  sharesText,
} from '../components/card/plan-words.ts';
import type { PageContext } from '../components/context/page-context.ts';
import { type Cell, type Column, type TableRow, verdictOrder } from '../components/table.tsx';
import { VerdictMark } from '../components/verdict-icon.tsx';
import { catalogueOf } from '../i18n/catalogue.ts';
import { formatNumber } from '../i18n/grammar/format.ts';
import { byName, planName } from '../i18n/grammar/names.ts';

/** Sorts behind every number and word. */
export const LAST = '\uffff';

/** Terms of a plan, in the words of the card; what was not found comes last in the order of a column. */
export function planCells(
  words: PlanWords,
  operator: DatasetOperator,
  plan: Plan,
  regionId: string,
): Record<string, Cell> {
  const { fees, elsewhere } = feesFor(plan, regionId);
  const [fee] = elsewhere ? [] : fees;
  return {
    plan: {
      content: planInRegion(operator, plan, regionId, words),
      sort: planName(plan, words.language),
    },
    shares: { content: sharesText(plan, words), sort: sharesText(plan, words) },
    members: { content: membersText(plan, words), sort: surelyTaken(plan.lineLimit) ?? LAST },
    fee: {
      content: <FeeLines plan={plan} words={words} regionId={regionId} />,
      sort: fee === undefined ? LAST : fee.amountRub * (fee.period === 'day' ? DAYS_PER_MONTH : 1),
    },
  };
}

/** The most lines that a plan takes; where it is unclear whether the payer counts, the number that never promises too much. */
function surelyTaken(limit: Plan['lineLimit']): number | undefined {
  return limit?.payerCounted === 'unclear' ? limit.min : limit?.max;
}

/** Columns of both tables; the first one names the row. */
export function compareColumns(language: Language, first: 'operator' | 'region'): Column[] {
  const { card, compare } = catalogueOf(language);
  return [
    { key: 'name', title: compare[first] },
    { key: 'verdict', title: compare.verdict },
    { key: 'plan', title: compare.plan },
    { key: 'shares', title: compare.shares },
    { key: 'members', title: card.members },
    { key: 'fee', title: compare.fee },
    { key: 'evidence', title: compare.evidence },
    { key: 'numbers', title: compare.numbers, numeric: true },
  ];
}

function cellsOf(
  context: PageContext,
  language: Language,
  operator: DatasetOperator,
  assessed: OperatorAssessment,
  regionId: string,
): Record<string, Cell> {
  const { compare, evidence, verdictNames } = catalogueOf(language);
  const missing: Cell = {
    content: (
      <>
        <span aria-hidden="true">—</span>
        <span class="vh">{compare.notFound}</span>
      </>
    ),
    sort: LAST,
  };
  const text = (value: string | undefined): Cell =>
    value === undefined ? missing : { content: value, sort: value };
  const counts = context.dataset.numbering.counts[operator.id];
  const plan = operator.plans.find((candidate) => candidate.id === assessed.planId);
  return {
    verdict: {
      content: (
        <>
          <VerdictMark verdict={assessed.verdict} /> {verdictNames[assessed.verdict]}
        </>
      ),
      sort: verdictOrder(assessed.verdict),
    },
    ...(plan === undefined
      ? { plan: missing, shares: missing, members: missing, fee: missing }
      : planCells({ dataset: context.dataset, language }, operator, plan, regionId)),
    evidence: text(assessed.confidence && evidence.confidence[assessed.confidence]),
    numbers:
      counts === undefined
        ? { ...missing, sort: -1 }
        : {
            content: formatNumber(language, counts[regionId] ?? 0),
            sort: counts[regionId] ?? 0,
          },
  };
}

/** Whether an operator only has a "no" here because it holds no numbers of the region. */
export function isAbsentFrom(
  { dataset, assess }: PageContext,
  regionId: string,
  operatorId: string,
): boolean {
  const assessed = assess(regionId).operators.find((each) => each.operatorId === operatorId);
  return assessed?.verdict === 'no' && !dataset.numbering.counts[operatorId]?.[regionId];
}

/** The operators of one region, best first; those without numbers of the region are left out. */
export function operatorRows(
  context: PageContext,
  language: Language,
  regionId: string,
): TableRow[] {
  return context.assess(regionId).operators.flatMap((assessed) => {
    const operator = context.dataset.operators.find((each) => each.id === assessed.operatorId);
    if (operator === undefined || isAbsentFrom(context, regionId, operator.id)) return [];
    const name = operator.brand[language];
    return [
      {
        key: operator.id,
        cells: {
          name: {
            content: <a href={`/${language}/operators/${operator.id}`}>{name}</a>,
            sort: name,
          },
          ...cellsOf(context, language, operator, assessed, regionId),
        },
      },
    ];
  });
}

/** Every region of one operator, in the order of the names. */
export function regionRows(
  context: PageContext,
  language: Language,
  operator: DatasetOperator,
): TableRow[] {
  const regions = byName(language, context.dataset.regions, ({ name }) => name[language]);
  return regions.flatMap((region) => {
    const assessed = context
      .assess(region.id)
      .operators.find((each) => each.operatorId === operator.id);
    if (assessed === undefined) return [];
    const name = region.name[language];
    return [
      {
        key: region.id,
        cells: {
          name: { content: <a href={`/${language}/regions/${region.id}`}>{name}</a>, sort: name },
          ...cellsOf(context, language, operator, assessed, region.id),
        },
      },
    ];
  });
}

/** What a table compares: the operators of one region, or the regions of one operator. */
export type CompareSubject =
  | { kind: 'region'; region: DatasetRegion }
  | { kind: 'operator'; operator: DatasetOperator };

/** Region that is shown where the address asks for nothing. */
const CAPITAL = 'RU-MOW';

/** What the query of an address asks for; a region goes before an operator. */
export function compareSubject(
  query: URLSearchParams,
  regions: readonly DatasetRegion[],
  operators: readonly DatasetOperator[],
): CompareSubject | undefined {
  const region = regions.find(({ id }) => id === query.get('region'));
  if (region !== undefined) return { kind: 'region', region };
  const operator = operators.find(({ id }) => id === query.get('operator'));
  if (operator !== undefined) return { kind: 'operator', operator };
  const capital = regions.find(({ id }) => id === CAPITAL);
  return capital && { kind: 'region', region: capital };
}

/** The query that asks for a subject. */
export function queryOf(subject: CompareSubject): string {
  return subject.kind === 'region'
    ? `region=${subject.region.id}`
    : `operator=${subject.operator.id}`;
}

/** What stands over the table. */
export function headingOf(subject: CompareSubject, language: Language): string {
  const { compare } = catalogueOf(language);
  return subject.kind === 'region'
    ? compare.operatorsIn(subject.region.name[language])
    : compare.regionsOf(subject.operator.brand[language]);
}
