import type { RegisterLayout } from './register-layout.ts';

/** One thing wrong with the file: where it is (the line counts from 1) and what was expected there. */
export interface RegisterProblem {
  line: number;
  /** Heading of the column, absent when the whole line is wrong. */
  column?: string;
  message: string;
}

/** One allocated range as the file has it. */
export interface RegisterRow {
  /** Line of the file, from 1. */
  line: number;
  code: number;
  from: number;
  to: number;
  holder: string;
  taxId?: string;
  territory: string;
}

/** Reads one line; the problems name each column that is wrong, and then there is no row. */
export function readRow(
  cells: readonly string[],
  layout: RegisterLayout,
  line: number,
): { row: RegisterRow } | { problems: RegisterProblem[] } {
  const { columns } = layout;
  // Spreadsheets end lines with a separator too many.
  const surplus = cells.slice(columns.length);
  if (cells.length < columns.length || surplus.some((cell) => cell.trim() !== '')) {
    const message = `${cells.length} columns, expected ${columns.length} as in the heading`;
    return { problems: [{ line, message }] };
  }
  const problems: RegisterProblem[] = [];
  const read = (index: number, pattern: RegExp, expected: string): string => {
    const text = unpad(cells[index] ?? '');
    if (!pattern.test(text)) {
      const column = columns[index] ?? '';
      problems.push({ line, column, message: `"${text}", expected ${expected}` });
    }
    return text;
  };
  const readNumber = (index: number, pattern: RegExp, expected: string): number =>
    Number(read(index, pattern, expected).replaceAll(/\s/g, ''));
  const code = readNumber(layout.code, /^9\d\d$/, 'a mobile code from 900 to 999');
  const from = readNumber(layout.from, /^\d{1,7}$/, 'up to seven digits');
  const to = readNumber(layout.to, /^\d{1,7}$/, 'up to seven digits');
  const capacity = readNumber(layout.capacity, /^\d{1,3}(\s?\d{3})*$|^\d{1,8}$/, 'a whole number');
  const holder = read(layout.holder, TEXT, 'the name of a holder in UTF-8');
  const territory = read(
    layout.territories.find((index) => unpad(cells[index] ?? '').length > 1) ??
      layout.territories.at(-1) ??
      0,
    TEXT,
    'the name of a territory in UTF-8',
  );
  const taxId =
    layout.taxId === undefined
      ? undefined
      : read(layout.taxId, /^(\d{10}(\d{2})?)?$/, 'a tax number of 10 or 12 digits');
  if (problems.length === 0 && to - from + 1 !== capacity) {
    const message = `${capacity}, but the range from ${from} to ${to} holds ${to - from + 1}`;
    problems.push({ line, column: columns[layout.capacity] ?? '', message });
  }
  if (problems.length > 0) return { problems };
  const row = { line, code, from, to, holder, territory };
  return { row: taxId === undefined || taxId === '' ? row : { ...row, taxId } };
}

/** Not empty and without the character that stands for undecodable bytes. */
const TEXT = /^[^\uFFFD]+$/;

/** A cell without the spaces around it, also those that do not break, and without the quotes of a spreadsheet. */
function unpad(cell: string): string {
  const text = cell.replaceAll('\u00A0', ' ').trim();
  const isQuoted = /^"(?:[^"]|"")*"$/.test(text);
  return isQuoted ? text.slice(1, -1).replaceAll('""', '"').trim() : text;
}
