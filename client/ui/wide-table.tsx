import type { ComponentChildren } from 'preact';
import type { Language } from '../../data/schema/localized-text.ts';
import { colon } from '../i18n/format.ts';

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
