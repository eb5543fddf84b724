import { writeCsv } from '../../data/core/formats/csv.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { createActionModel } from '../components/card/action-model.ts';
import { decisiveSources } from '../components/card/citations.tsx';
import type { Offer } from '../components/card/offers.ts';
import type { PageContext } from '../components/context/page-context.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { byName } from '../i18n/grammar/names.ts';
import { createCompareTable } from './compare/compare-table.tsx';
import { comparedOperators, readChoice } from './compare/comparison.ts';

/** Address of the answers of all regions, below the language. */
export const SUMMARY_CSV = '/summary.csv';

/**
 * The answers of all regions as a table for people (RFC 4180): a row a region in the order of the names, everything in the
 * reader's language, each operator with its plan, price and the way to reach it, and the addresses of the sources.
 */
export function renderSummary(language: Language, context: PageContext): string {
  const { summary: words } = catalogueOf(language);
  const regions = byName(language, context.dataset.regions, ({ name }) => name[language]);
  const rows = regions.flatMap((region) => {
    const assessment = context.assess(region.id);
    const action = createActionModel({ dataset: context.dataset, assessment, language });
    if (action === undefined) return [];
    const [first, second] = action.offers;
    return [
      [
        region.name[language],
        region.id,
        action.sentence,
        action.supportText,
        ...offerCells(first, language),
        ...offerCells(second, language),
        action.questions.join(' '),
        action.dateText,
        `${context.origin ?? ''}/${language}/regions/${region.id}`,
        decisiveSources([first, second].flatMap((offer) => offer?.assessment ?? [])).join(' '),
      ],
    ];
  });
  return csvText(words.columns, rows);
}

/** Name, plan, price and the ways to reach an operator; empty where there is none. */
function offerCells(offer: Offer | undefined, language: Language): string[] {
  if (offer === undefined) return ['', '', '', ''];
  const { operator, planText, priceText, call, others } = offer;
  const ways = [...(call === undefined ? [] : [call]), ...others].map(({ text, href, kind }) =>
    href === undefined || kind.startsWith('phone') ? text : href,
  );
  return [operator.brand[language], planText, priceText, ways.join(' ')];
}

/** Address of the table of a comparison, below the language; its query is that of the page. */
export const COMPARE_CSV = '/compare.csv';

/**
 * The table of a page that compares as a file (RFC 4180): the same columns and rows in the same words, then the addresses of
 * the sources and the day of the answer.
 * @returns undefined where the address names what is not there: a file cannot say so, and would look like the answer
 */
export function renderCompareCsv(
  language: Language,
  query: URLSearchParams,
  context: PageContext,
): string | undefined {
  const { action, compare } = catalogueOf(language);
  const choice = readChoice(query, context.dataset.regions, comparedOperators(context));
  if (choice.unknown.length > 0) return undefined;
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

/** A table for people as the text of a CSV file (RFC 4180): `columns` are its headings. */
function csvText(columns: readonly string[], rows: readonly string[][]): string {
  const bytes = writeCsv({
    columns: columns.map((name) => ({ name, type: 'string', description: name })),
    rows,
  });
  // The byte order mark stays: without it spreadsheets take the letters for those of another script.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
