import type { ComponentChildren } from 'preact';
import type { Language } from '../../data/schema/localized-text.ts';
import { VERDICTS } from '../../data/schema/verdict.ts';
import { WideTable } from './wide-table.tsx';

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
  language: Language,
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
