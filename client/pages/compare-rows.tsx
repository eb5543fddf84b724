import type { DatasetOperator } from '../../data/schema/dataset-claim.ts';
import type { Language } from '../../data/schema/localized-text.ts';
import type { OperatorAssessment } from '../../data/schema/operator-assessment.ts';
import { byName } from '../i18n/by-name.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { formatNumber } from '../i18n/format.ts';
import { type Cell, type Column, type TableRow, verdictOrder } from '../ui/sortable-table.tsx';
import { VerdictMark } from '../ui/verdict-icon.tsx';
import { LAST, planCells } from './compare-plan-cells.tsx';
import type { PageContext } from './page-context.ts';

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
