import { DAYS_PER_MONTH } from '../../../data/core/eligibility/outlook/cost.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import type { Plan } from '../../../data/core/schema/plan.ts';
import { SUPPORTS } from '../../../data/core/schema/verdict.ts';
import { decisiveSources } from '../../components/card/citations.tsx';
import { supportInWords } from '../../components/card/headline.ts';
import { FeeLines } from '../../components/card/plan-terms.tsx';
import {
  channelsText,
  feeLinesText,
  feesFor,
  membersText,
  planInRegion,
  sharesText,
} from '../../components/card/plan-words.ts';
import type { PageContext } from '../../components/context/page-context.ts';
import { type Cell, type Column, sortRows, verdictOrder } from '../../components/table.tsx';
import { VerdictMark } from '../../components/verdict-icon.tsx';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { formatNumber } from '../../i18n/grammar/format.ts';
import { planName } from '../../i18n/grammar/names.ts';
import { type CompareChoice, type Subject, subjectsOf } from './comparison.ts';

/** Sorts behind every number and word. */
const LAST = '\uffff';

/** A cell with its words alone: for the file, and to see whether two cells say the same. */
interface TextCell extends Cell {
  text: string;
}

interface CompareRow {
  key: string;
  cells: Readonly<Record<string, TextCell>>;
  /** Addresses of what the row is told by. */
  sources: readonly string[];
}

/** The table on screen and in the file. */
interface CompareTable {
  columns: readonly Column[];
  rows: readonly CompareRow[];
  /** What all rows have in common, where only differences are shown. */
  same: readonly { title: string; text: string }[];
  /** Rows without a plan of the chosen kind, which are left out. */
  leftOut: number;
}

function columnsOf(language: Language, { regions, operators }: CompareChoice): Column[] {
  const { card, compare } = catalogueOf(language);
  const named: Record<'region' | 'operator' | 'plan', Column> = {
    region: { key: 'region', title: compare.region },
    operator: { key: 'operator', title: compare.operator },
    plan: { key: 'plan', title: compare.plan },
  };
  const { region, operator, plan } = named;
  const arePlans = regions.length > 0 && operators.length > 0;
  const leading = arePlans
    ? [plan, operator, region]
    : regions.length === 0
      ? [region, ...(operators.length > 1 ? [operator] : []), plan]
      : [operator, ...(regions.length > 1 ? [region] : []), plan];
  return [
    ...leading,
    { key: 'verdict', title: compare.verdict },
    { key: 'support', title: compare.support },
    { key: 'shares', title: compare.shares },
    { key: 'members', title: card.members },
    { key: 'fee', title: compare.fee },
    ...(arePlans ? [{ key: 'channels', title: card.channels }] : []),
    { key: 'numbers', title: compare.numbers, numeric: true },
  ];
}

/** The most lines that a plan takes; where it is unclear whether the payer counts, the number that never promises too much. */
function surelyTaken(limit: Plan['lineLimit']): number | undefined {
  return limit?.payerCounted === 'unclear' ? limit.min : limit?.max;
}

/** Terms of a plan, in the words of the card; what was not found comes last in the order of a column. */
function planCells(
  context: PageContext,
  language: Language,
  { operator, plan, region }: Subject,
): Record<string, TextCell> {
  const { compare } = catalogueOf(language);
  if (plan === undefined) {
    const content = (
      <>
        <span aria-hidden="true">—</span>
        <span class="vh">{compare.notFound}</span>
      </>
    );
    const missing: TextCell = { content, sort: LAST, text: compare.notFound };
    return { plan: missing, shares: missing, members: missing, fee: missing, channels: missing };
  }
  const words = { dataset: context.dataset, language };
  const text = (value: string, sort: string | number = value): TextCell => ({
    content: value,
    sort,
    text: value,
  });
  const { fees, elsewhere } = feesFor(plan, region.id);
  const [fee] = elsewhere ? [] : fees;
  return {
    plan: text(planInRegion(operator, plan, region.id, words), planName(plan, language)),
    shares: text(sharesText(plan, words)),
    members: text(membersText(plan, words), surelyTaken(plan.lineLimit) ?? LAST),
    fee: {
      content: <FeeLines plan={plan} words={words} regionId={region.id} />,
      sort: fee === undefined ? LAST : fee.amountRub * (fee.period === 'day' ? DAYS_PER_MONTH : 1),
      text: feeLinesText(plan, words, region.id),
    },
    channels: text(channelsText(plan, words)),
  };
}

function cellsOf(
  context: PageContext,
  language: Language,
  subject: Subject,
): Record<string, TextCell> {
  const { region, operator, verdict, support } = subject;
  const { compare, supportNames, verdictNames } = catalogueOf(language);
  const supportText = supportInWords(subject, language, supportNames);
  const linked = (name: string, path: string): TextCell => ({
    content: <a href={`/${language}${path}`}>{name}</a>,
    sort: name,
    text: name,
  });
  const counts = context.dataset.numbering.counts[operator.id];
  const count = counts === undefined ? undefined : (counts[region.id] ?? 0);
  const countText = count === undefined ? compare.notFound : formatNumber(language, count);
  return {
    region: linked(region.name[language], `/regions/${region.id}`),
    operator: linked(operator.brand[language], `/operators/${operator.id}`),
    ...planCells(context, language, subject),
    verdict: {
      content: (
        <>
          <VerdictMark verdict={verdict} /> {verdictNames[verdict]}
        </>
      ),
      sort: verdictOrder(verdict),
      text: verdictNames[verdict],
    },
    support: {
      content: supportText,
      sort: SUPPORTS.indexOf(support),
      text: supportText,
    },
    numbers: { content: countText, sort: count ?? -1, text: countText },
  };
}

/** Addresses of what a plan's terms are told by, and of what decided the answer where it is about this plan or about none. */
function sourcesOf(
  { dataset, assess }: PageContext,
  { region, operator, plan }: Subject,
): readonly string[] {
  const answer = assess(region.id).operators.find(({ operatorId }) => operatorId === operator.id);
  const isOfAnswer = plan === undefined || answer?.planId === plan.id;
  const told = plan && [plan, plan.lineLimit, plan.manage, ...feesFor(plan, region.id).fees];
  const claimIds = new Set([
    ...(told ?? []).flatMap((term) => term?.claimIds ?? []),
    ...(plan?.modelClaimIds ?? []),
  ]);
  const sourceIds = new Set(
    operator.claims.filter(({ id }) => claimIds.has(id)).flatMap((claim) => claim.sourceIds),
  );
  const ofTerms = dataset.sources.filter(({ id }) => sourceIds.has(id)).map(({ url }) => url);
  const ofAnswer = isOfAnswer && answer !== undefined ? decisiveSources([answer]) : [];
  return [...new Set([...ofAnswer, ...ofTerms])];
}

/** The columns that say the same in every row; a value and its support go together. */
function sameColumns(columns: readonly Column[], rows: readonly CompareRow[]): Set<string> {
  const [first] = rows;
  const same = new Set(
    columns
      .slice(1)
      .map(({ key }) => key)
      .filter((key) => rows.every(({ cells }) => cells[key]?.text === first?.cells[key]?.text)),
  );
  if (!same.has('verdict') || !same.has('support')) {
    same.delete('verdict');
    same.delete('support');
  }
  return same;
}

/** The table of a choice, its rows in the order that is asked for. */
export function createCompareTable(
  context: PageContext,
  language: Language,
  choice: CompareChoice,
): CompareTable {
  const { subjects, leftOut } = subjectsOf(context, language, choice);
  const columns = columnsOf(language, choice);
  const rows = sortRows(
    subjects.map((subject) => ({
      key: [subject.region.id, subject.operator.id, subject.plan?.id].join(' '),
      cells: cellsOf(context, language, subject),
      sources: sourcesOf(context, subject),
    })),
    columns.find(({ key }) => key === choice.sort),
    language,
  );
  const [first] = rows;
  if (!choice.onlyDifferences || first === undefined || rows.length < 2) {
    return { columns, rows, same: [], leftOut };
  }
  const same = sameColumns(columns, rows);
  return {
    columns: columns.filter(({ key }) => !same.has(key)),
    rows,
    same: columns.flatMap(({ key, title }) =>
      same.has(key) ? [{ title, text: first.cells[key]?.text ?? '' }] : [],
    ),
    leftOut,
  };
}
