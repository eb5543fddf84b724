import type { ComponentChildren } from 'preact';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { VERDICTS } from '../../data/core/schema/verdict.ts';
import { collatorOf, colon } from '../i18n/grammar/format.ts';

/** A column: its name, which also stands before each value where rows are stacked. */
interface WideColumn {
  title: string;
  /** What stands in the heading instead of the name: a link that sorts. */
  heading?: ComponentChildren;
  /** Numbers stand right. */
  numeric?: boolean | undefined;
  sorted?: 'ascending' | 'descending' | undefined;
}

interface WideRow {
  key: string;
  /** In the order of the columns; the first one names the row. */
  cells: readonly { content: ComponentChildren; sort?: string | number | undefined }[];
}

/**
 * A table that may be wider than its page: it scrolls, by keyboard too, and on a phone its rows are stacked. `sortLabel`
 * stands before the headings of a table that they sort. Each part states its role, since WebKit takes that of a table
 * from whatever is stacked.
 */
export function WideTable(props: {
  title: string;
  columns: readonly WideColumn[];
  rows: readonly WideRow[];
  language: Language;
  sortLabel?: string;
}) {
  const { title, columns, rows, language, sortLabel } = props;
  const numberClass = (index: number) => (columns[index]?.numeric ? 'num' : undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="wide" tabIndex={0} aria-label={title}>
      <table class="rows" role="table" data-sortable={sortLabel === undefined ? undefined : true}>
        <caption class="vh">{title}</caption>
        <thead role="rowgroup">
          <tr role="row" data-label={sortLabel}>
            {columns.map((column, index) => (
              <th
                key={column.title}
                role="columnheader"
                scope="col"
                class={numberClass(index)}
                aria-sort={column.sorted}
              >
                {column.heading ?? column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ key, cells: [head, ...others] }) => (
            <tr key={key} role="row">
              <th role="rowheader" scope="row" data-sort={head?.sort}>
                {head?.content}
              </th>
              {others.map((cell, index) => (
                <td
                  key={String(index)}
                  role="cell"
                  class={numberClass(index + 1)}
                  data-label={columns[index + 1]?.title + colon(language)}
                  data-sort={cell.sort}
                >
                  {cell.content}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** One cell: what is shown and what it is sorted by. */
export interface Cell {
  content: ComponentChildren;
  sort: string | number;
}

export interface Column {
  key: string;
  title: string;
  /** Numbers stand right and sort from the greatest. */
  numeric?: boolean;
}

interface TableRow {
  key: string;
  cells: Readonly<Record<string, Cell>>;
}

/** Sort value of a verdict: the best first. */
export function verdictOrder(verdict: (typeof VERDICTS)[number]): number {
  return VERDICTS.length - VERDICTS.indexOf(verdict);
}

/** Rows in the order of a column: texts by the language's alphabet, numbers from the greatest. */
export function sortRows<Row extends TableRow>(
  rows: readonly Row[],
  column: Column | undefined,
  language: Language,
): Row[] {
  if (column === undefined) return [...rows];
  const collator = collatorOf(language, { numeric: true });
  return rows.toSorted((a, b) => {
    const [x, y] = [a.cells[column.key]?.sort ?? '', b.cells[column.key]?.sort ?? ''];
    if (typeof x === 'number' && typeof y === 'number') return column.numeric ? y - x : x - y;
    return collator.compare(String(x), String(y));
  });
}

/**
 * A real table whose headings are links that sort it: without scripts by asking again, with scripts in place
 * (`client/page.ts` reads `data-sort`).
 */
export function SortableTable(props: {
  caption: string;
  columns: readonly Column[];
  rows: readonly TableRow[];
  /** Column that the rows are ordered by. */
  sort: string | undefined;
  /** Address that sorts by a column. */
  sortHref(column: string): string;
  sortLabel(title: string): string;
  language: Language;
}) {
  const { caption, columns, rows, sort, sortHref, sortLabel, language } = props;
  const sorted = sortRows(
    rows,
    columns.find((column) => column.key === sort),
    language,
  );
  return (
    <WideTable
      title={caption}
      columns={columns.map(({ key, title, numeric }) => ({
        title,
        numeric,
        heading: (
          <a href={sortHref(key)} title={sortLabel(title)}>
            {title}
          </a>
        ),
        sorted: key !== sort ? undefined : numeric ? 'descending' : 'ascending',
      }))}
      rows={sorted.map(({ key, cells }) => ({
        key,
        cells: columns.map((column) => cells[column.key] ?? { content: null }),
      }))}
      language={language}
      sortLabel={sortLabel('').trim()}
    />
  );
}
