import { isOutsideMap, servesFamiliesOn } from '../../../data/core/eligibility/operators.ts';
import type { DatasetOperator, DatasetRegion } from '../../../data/core/schema/dataset.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import { Wish } from '../../../data/core/schema/plan.ts';
import type { PageContext } from '../../components/context/page-context.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { formatList } from '../../i18n/grammar/format.ts';

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
