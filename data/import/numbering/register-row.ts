import type { RegisterProblem } from './register-error.ts';
import type { RegisterLayout } from './register-layout.ts';

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
  if (cells.length !== layout.columns.length) {
    const message = `${cells.length} columns, expected ${layout.columns.length} as in the heading`;
    return { problems: [{ line, message }] };
  }
  const problems: RegisterProblem[] = [];
  const read = (index: number, pattern: RegExp, expected: string): string => {
    const text = (cells[index] ?? '').trim();
    if (!pattern.test(text)) {
      const column = layout.columns[index] ?? '';
      problems.push({ line, column, message: `"${text}", expected ${expected}` });
    }
    return text;
  };
  const code = Number(read(layout.code, /^9\d\d$/, 'a mobile code from 900 to 999'));
  const from = Number(read(layout.from, /^\d{7}$/, 'seven digits'));
  const to = Number(read(layout.to, /^\d{7}$/, 'seven digits'));
  const capacity = Number(read(layout.capacity, /^\d{1,8}$/, 'a whole number'));
  const holder = read(layout.holder, TEXT, 'the name of a holder in UTF-8');
  const territory = read(layout.territory, TEXT, 'the name of a territory in UTF-8');
  const taxId =
    layout.taxId === undefined
      ? undefined
      : read(layout.taxId, /^\d{10}(\d{2})?$/, 'a tax number of 10 or 12 digits');
  if (problems.length === 0 && to - from + 1 !== capacity) {
    const message = `${capacity}, but the range from ${from} to ${to} holds ${to - from + 1}`;
    problems.push({ line, column: layout.columns[layout.capacity] ?? '', message });
  }
  if (problems.length > 0) return { problems };
  const row = { line, code, from, to, holder, territory };
  return { row: taxId === undefined ? row : { ...row, taxId } };
}

/** Not empty and without the character that stands for undecodable bytes. */
const TEXT = /^[^\uFFFD]+$/;
