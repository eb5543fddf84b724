import { servesFamiliesOn } from '../../../data/core/eligibility/operators.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import type { PageContext } from '../../components/context/page-context.ts';
import { isOutsideMap } from '../../components/outside-map.ts';
import { catalogueOf } from '../../i18n/catalogue.ts';
import { csvText } from '../csv-text.ts';
import { readChoice } from './compare-choice.ts';
import { createCompareTable } from './compare-table.tsx';

/** Address of the table below the language; its query is that of the page. */
export const COMPARE_CSV = '/compare.csv';

/** The operators that can be compared: they sell to families on the day, in places that the map shows. */
export function comparedOperators({ dataset, asOf }: PageContext) {
  return dataset.operators.filter(
    (each) => servesFamiliesOn(each, asOf) && !isOutsideMap(dataset, each.id),
  );
}

/**
 * The table of a page as a file (RFC 4180): the same columns and rows in the same words, then the addresses of the sources and the
 * day of the answer.
 */
export function renderCompareCsv(
  language: Language,
  query: URLSearchParams,
  context: PageContext,
): string {
  const { action, compare } = catalogueOf(language);
  const choice = readChoice(query, context.dataset.regions, comparedOperators(context));
  const { columns, rows } = createCompareTable(context, language, choice);
  return csvText(
    [...columns.map(({ title }) => title), action.sources, compare.answerDay],
    rows.map(({ cells, sources }) => [
      ...columns.map(({ key }) => cells[key]?.text ?? ''),
      sources.join(' '),
      context.asOf,
    ]),
  );
}
