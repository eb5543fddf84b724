import { isOutsideMap, servesFamiliesOn } from '../../../data/core/eligibility/operators.ts';
import type { OperatorAssessment } from '../../../data/core/schema/assessment.ts';
import type { DatasetOperator, DatasetRegion } from '../../../data/core/schema/dataset.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import { MODELS_OF_WISH, type Plan, Wish } from '../../../data/core/schema/plan.ts';
import type { Support, Verdict } from '../../../data/core/schema/verdict.ts';
import type { PageContext } from '../../components/context/page-context.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { formatList } from '../../i18n/grammar/format.ts';
import { byName } from '../../i18n/grammar/names.ts';

/** Most regions and most operators that are compared: four columns of a phone's width cannot be read. */
export const MOST_COMPARED = 2;

/** Region that is shown where the address asks for nothing. */
const CAPITAL = 'RU-MOW';

/** Value of `differences` that leaves out what is the same in all rows. */
export const ONLY_DIFFERENCES = 'only';

/** The operators that can be compared: they sell to families on the day, in places that the map shows. */
export function comparedOperators({ dataset, asOf }: PageContext) {
  return dataset.operators.filter(
    (each) => servesFamiliesOn(each, asOf) && !isOutsideMap(dataset, each.id),
  );
}

/** What a table compares; the address holds all of it. */
export interface CompareChoice {
  /** None: every region of the operators. */
  regions: readonly DatasetRegion[];
  /** None: every operator of the regions. With regions and operators the rows are their plans. */
  operators: readonly DatasetOperator[];
  /** Kind of sharing; plans of other kinds have no row. */
  wish: Wish;
  onlyDifferences: boolean;
  /** What the address names and cannot be compared, as it stands there. */
  unknown: readonly string[];
  /** Key of the column that the rows are ordered by. */
  sort: string | undefined;
}

function chosenFrom<T extends { id: string }>(ids: readonly string[], all: readonly T[]): T[] {
  const known = [...new Set(ids)].flatMap((id) => all.find((each) => each.id === id) ?? []);
  return known.slice(0, MOST_COMPARED);
}

/** Names of an address that nothing bears; a field left empty names nothing. At most a few, and short ones. */
function unknownIn(ids: readonly string[], all: readonly { id: string }[]): string[] {
  return [...new Set(ids)]
    .filter((id) => id !== '' && all.every((each) => each.id !== id))
    .slice(0, MOST_COMPARED)
    .map((id) => id.slice(0, 40));
}

/** The key of a column; `name` and `evidence` are what addresses of former versions call the first one and the support. */
function sortOf(query: URLSearchParams, regions: number, operators: number): string | undefined {
  const sort = query.get('sort');
  if (sort === 'evidence') return 'support';
  if (sort !== 'name') return sort ?? undefined;
  if (regions === 0) return 'region';
  return operators === 0 ? 'operator' : 'plan';
}

/** What the query of an address asks for; what is not known, empty or too much is left out, and nothing is the capital. */
export function readChoice(
  query: URLSearchParams,
  regions: readonly DatasetRegion[],
  operators: readonly DatasetOperator[],
): CompareChoice {
  const chosenOperators = chosenFrom(query.getAll('operator'), operators);
  const asked = chosenFrom(query.getAll('region'), regions);
  const asksNothing = asked.length + chosenOperators.length === 0;
  const wish = Wish.safeParse(query.get('sharing'));
  const chosenRegions = asksNothing ? regions.filter(({ id }) => id === CAPITAL) : asked;
  return {
    regions: chosenRegions,
    operators: chosenOperators,
    wish: wish.data ?? 'any',
    onlyDifferences: query.get('differences') === ONLY_DIFFERENCES,
    unknown: [
      ...unknownIn(query.getAll('region'), regions),
      ...unknownIn(query.getAll('operator'), operators),
    ],
    sort: sortOf(query, chosenRegions.length, chosenOperators.length),
  };
}

/** The query that asks for a choice, without what goes without saying. */
export function queryOf(choice: CompareChoice): string {
  const { regions, operators, wish, onlyDifferences, sort } = choice;
  const query = new URLSearchParams([
    ...regions.map(({ id }) => ['region', id]),
    ...operators.map(({ id }) => ['operator', id]),
    ...(wish === 'any' ? [] : [['sharing', wish]]),
    ...(onlyDifferences ? [['differences', ONLY_DIFFERENCES]] : []),
    ...(sort === undefined ? [] : [['sort', sort]]),
  ]);
  return String(query);
}

/** What stands over the table: what is compared, and the kind of sharing where it is not any. */
export function headingOf({ regions, operators, wish }: CompareChoice, language: Language): string {
  const { compare } = catalogueOf(language);
  const regionNames = formatList(
    language,
    regions.map(({ name }) => name[language]),
  );
  const operatorNames = formatList(
    language,
    operators.map(({ brand }) => brand[language]),
  );
  const heading =
    operators.length === 0
      ? compare.operatorsIn(regionNames)
      : regions.length === 0
        ? compare.regionsOf(operatorNames)
        : compare.plansOf(operatorNames, regionNames);
  return wish === 'any' ? heading : compare.headingOfKind(heading, compare.kinds[wish]);
}

/** What one row is about: an operator's plan in a region. */
export interface Subject {
  region: DatasetRegion;
  operator: DatasetOperator;
  plan: Plan | undefined;
  verdict: Verdict;
  support: Support;
  /** How well the plan itself is known there. */
  planSupport: Support;
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

/** The operators of a comparison: the chosen ones, else those of its regions in the order of the first. */
function operatorsOf(context: PageContext, { regions, operators }: CompareChoice) {
  const [first] = regions;
  if (operators.length > 0 || first === undefined) return operators;
  return context
    .assess(first.id)
    .operators.flatMap(
      ({ operatorId }) => context.dataset.operators.find(({ id }) => id === operatorId) ?? [],
    )
    .filter(({ id }) => regions.some((region) => !isAbsentFrom(context, region.id, id)));
}

/** The plan that the answer for the chosen kind is about; an answer without a plan counts for any kind alone. */
function bestOf(assessed: OperatorAssessment, wish: CompareChoice['wish']) {
  if (wish === 'any') return assessed;
  return assessed.sharing[wish].planId === undefined ? undefined : assessed.sharing[wish];
}

/** All plans of the chosen kind, the best first; for any kind also an answer that no plan is known to. */
function allOf(assessed: OperatorAssessment, wish: CompareChoice['wish']) {
  const plans = assessed.plans.filter(({ model }) => MODELS_OF_WISH[wish].includes(model));
  return plans.length === 0 && wish === 'any' ? [assessed] : plans;
}

/** The rows in their own order: with regions chosen, one operator or plan of both regions stands together. */
export function subjectsOf(
  context: PageContext,
  language: Language,
  choice: CompareChoice,
): { subjects: Subject[]; leftOut: number } {
  const operators = operatorsOf(context, choice);
  const arePlans = choice.regions.length > 0 && choice.operators.length > 0;
  let leftOut = 0;
  const rowsOf = (region: DatasetRegion, operator: DatasetOperator): Subject[] => {
    const assessed = context
      .assess(region.id)
      .operators.find((each) => each.operatorId === operator.id);
    if (assessed === undefined) return [];
    const answers = arePlans
      ? allOf(assessed, choice.wish)
      : [bestOf(assessed, choice.wish)].filter((each) => each !== undefined);
    if (answers.length === 0) leftOut += 1;
    return answers.map(({ planId, verdict, support, planSupport }) => {
      const plan = operator.plans.find(({ id }) => id === planId);
      return { region, operator, plan, verdict, support, planSupport };
    });
  };
  if (choice.regions.length === 0) {
    const regions = byName(language, context.dataset.regions, ({ name }) => name[language]);
    const subjects = regions.flatMap((region) =>
      operators.flatMap((operator) => rowsOf(region, operator)),
    );
    return { subjects, leftOut };
  }
  const subjects = operators.flatMap((operator) => {
    const rows = choice.regions.flatMap((region) => rowsOf(region, operator));
    const plans = [...new Set(rows.map(({ plan }) => plan))];
    return plans.flatMap((plan) => rows.filter((row) => row.plan === plan));
  });
  return { subjects, leftOut };
}
