import type { ComponentChildren } from 'preact';
import { VERDICTS } from '../../data/schema/verdict.ts';

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

export interface TableRow {
  key: string;
  cells: Readonly<Record<string, Cell>>;
}

/** Sort value of a verdict: the best first. */
export function verdictOrder(verdict: (typeof VERDICTS)[number]): number {
  return VERDICTS.length - VERDICTS.indexOf(verdict);
}

/** Rows in the order of a column: texts by the language's alphabet, numbers from the greatest. */
function sortRows(
  rows: readonly TableRow[],
  column: Column | undefined,
  language: string,
): TableRow[] {
  if (column === undefined) return [...rows];
  const collator = new Intl.Collator(language, { numeric: true });
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
  language: string;
}) {
  const { caption, columns, rows, sort, sortHref, sortLabel, language } = props;
  const sorted = sortRows(
    rows,
    columns.find((column) => column.key === sort),
    language,
  );
  const [head, ...others] = columns;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="wide" tabIndex={0} aria-label={caption}>
      <table data-sortable>
        <caption class="vh">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                class={column.numeric ? 'num' : undefined}
                aria-sort={
                  column.key !== sort ? undefined : column.numeric ? 'descending' : 'ascending'
                }
              >
                <a href={sortHref(column.key)} title={sortLabel(column.title)}>
                  {column.title}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={row.key}>
              <th scope="row" data-sort={head && row.cells[head.key]?.sort}>
                {head && row.cells[head.key]?.content}
              </th>
              {others.map((column) => (
                <td
                  key={column.key}
                  class={column.numeric ? 'num' : undefined}
                  data-sort={row.cells[column.key]?.sort}
                >
                  {row.cells[column.key]?.content}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
