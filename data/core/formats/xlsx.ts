import { writeXlsx } from 'hucre/xlsx';

/** What a cell can hold; `null` is an empty cell. */
type CellValue = string | number | boolean | null;

/** One sheet of a workbook; the first row heads the columns. */
interface Sheet {
  /** At most 31 characters, none of `[ ] : * ? / \`, unique in its workbook. */
  name: string;
  rows: readonly (readonly CellValue[])[];
  /** Widths of the columns in characters; a column without one is as wide as its heading, within bounds. */
  widths?: readonly number[];
}

/** What a spreadsheet program takes in one cell (Excel specifications and limits). */
const LONGEST_TEXT = 32_767;
const NARROWEST = 8;
const WIDEST = 60;

/**
 * An XLSX workbook (ECMA-376): the heading row is bold and stays in view, columns can be filtered. Texts stay texts, also
 * those that begin with `=`. Equal sheets give equal bytes, so the time of writing is not in it.
 *
 * @param about.modified day that the workbook speaks for, `YYYY-MM-DD`
 */
export async function writeWorkbook(
  sheets: readonly Sheet[],
  about: { title: string; creator: string; modified: string },
): Promise<Uint8Array> {
  const day = new Date(`${about.modified}T00:00:00Z`);
  return writeXlsx({
    properties: { title: about.title, creator: about.creator, created: day, modified: day },
    sheets: sheets.map(({ name, rows, widths = [] }) => {
      const [head = []] = rows;
      return {
        name,
        rows: rows.map((row) => row.map(cellOf)),
        columns: head.map((text, column) => ({ width: widths[column] ?? widthOf(text) })),
        cells: new Map(
          head.map((value, column) => [`0,${column}`, { value, style: { font: { bold: true } } }]),
        ),
        freezePane: { rows: 1 },
        autoFilter: { range: rangeOf(head.length, rows.length) },
      };
    }),
  });
}

function cellOf(value: CellValue): CellValue {
  if (typeof value !== 'string' || value.length <= LONGEST_TEXT) return value;
  return `${value.slice(0, LONGEST_TEXT - 1)}…`;
}

function widthOf(heading: CellValue | undefined): number {
  return Math.min(WIDEST, Math.max(NARROWEST, String(heading ?? '').length + 2));
}

/** `A1:C20`. */
function rangeOf(columns: number, rows: number): string {
  return `A1:${columnName(Math.max(columns, 1))}${Math.max(rows, 1)}`;
}

/** The letters of a column counted from 1: 27 is `AA`. */
function columnName(column: number): string {
  if (column === 0) return '';
  const before = Math.floor((column - 1) / 26);
  return columnName(before) + String.fromCharCode(65 + ((column - 1) % 26));
}
