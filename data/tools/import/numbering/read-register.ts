import { type CsvError, parse } from 'csv-parse';
import * as z from 'zod';

/** One thing wrong with the file: where it is (the line counts from 1) and what was expected there. */
export interface RegisterProblem {
  line: number;
  /** Heading of the column, absent when the whole line is wrong. */
  column?: string;
  message: string;
}

const SHOWN = 50;

/** The register file could not be imported; names every place found wrong, the first fifty in words. */
export class RegisterError extends Error {
  override name = 'RegisterError';
  readonly problems: readonly RegisterProblem[];

  constructor(fileName: string, problems: readonly RegisterProblem[]) {
    const lines = problems.slice(0, SHOWN).map(({ line, column, message }) => {
      return `${fileName}:${line}: ${column === undefined ? '' : `column "${column}": `}${message}`;
    });
    if (problems.length > SHOWN) lines.push(`and ${problems.length - SHOWN} more`);
    super(lines.join('\n'));
    this.problems = problems;
  }
}

/** Where the columns of a register file stand. */
export interface RegisterLayout {
  columns: readonly string[];
  code: number;
  from: number;
  to: number;
  capacity: number;
  holder: number;
  territory: number;
  /** Tax number (ИНН) of the holder; the older layout has none. */
  taxId?: number;
}

const SHARED = ['АВС/ DEF', 'От', 'До', 'Емкость', 'Оператор', 'Регион'];
const PLACES = { code: 0, from: 1, to: 2, capacity: 3, holder: 4 };

/** The layout of 2026, with the territory of the state address register and the tax number. */
const EIGHT_COLUMNS: RegisterLayout = {
  columns: [...SHARED, 'Территория ГАР', 'ИНН'],
  ...PLACES,
  territory: 6,
  taxId: 7,
};

/** The layout used before: the territory is written freely and abbreviated. */
const SIX_COLUMNS: RegisterLayout = { columns: SHARED, ...PLACES, territory: 5 };

/** The layout that a heading line belongs to; spaces and letter case do not count. */
export function findLayout(heading: readonly string[]): RegisterLayout | undefined {
  return [EIGHT_COLUMNS, SIX_COLUMNS].find(
    ({ columns }) =>
      columns.length === heading.length &&
      columns.every((column, index) => bare(column) === bare(heading[index] ?? '')),
  );
}

/** What a heading line may be, for error messages. */
export const EXPECTED_HEADINGS = [EIGHT_COLUMNS, SIX_COLUMNS]
  .map(({ columns }) => columns.join(';'))
  .join(' or ');

const bare = (heading: string): string => heading.replaceAll(/\s/g, '').toLocaleUpperCase('ru');

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

const CsvRecord = z.object({
  record: z.array(z.string()),
  info: z.object({ lines: z.int() }),
});

/** The rows of a register file in order of numbers, and how many columns its layout has. */
export interface Register {
  rows: RegisterRow[];
  columns: number;
}

/**
 * Reads the official register (`;`, UTF-8, with or without a byte order mark, LF or CRLF) as a stream. Throws a
 * `RegisterError` with every wrong line; nothing is skipped in silence but empty lines.
 */
export async function readRegister(
  input: AsyncIterable<Uint8Array | string>,
  fileName: string,
): Promise<Register> {
  const rows: RegisterRow[] = [];
  const problems: RegisterProblem[] = [];
  let layout: RegisterLayout | undefined;
  try {
    for await (const entry of csvRecords(input)) {
      const { record, info } = CsvRecord.parse(entry);
      if (layout === undefined) {
        layout = findLayout(record);
        if (layout === undefined) {
          const message = `"${record.join(';')}", expected the heading ${EXPECTED_HEADINGS} in UTF-8`;
          throw new RegisterError(fileName, [{ line: info.lines, message }]);
        }
        continue;
      }
      const read = readRow(record, layout, info.lines);
      if ('row' in read) rows.push(read.row);
      else problems.push(...read.problems);
    }
  } catch (error) {
    if (!isCsvError(error)) throw error;
    problems.push({ line: Number(error.lines ?? 0), message: error.message });
  }
  if (layout === undefined) {
    problems.push({
      line: 1,
      message: `the file is empty, expected the heading ${EXPECTED_HEADINGS}`,
    });
  }
  rows.sort((a, b) => a.code - b.code || a.from - b.from);
  problems.push(...overlaps(rows));
  if (problems.length > 0) {
    throw new RegisterError(
      fileName,
      problems.toSorted((a, b) => a.line - b.line),
    );
  }
  return { rows, columns: layout?.columns.length ?? 0 };
}

/** Quotes stand inside the names of holders, so they open a field only where they are its first character. */
function csvRecords(input: AsyncIterable<Uint8Array | string>): AsyncIterable<unknown> {
  const parser = parse({
    delimiter: ';',
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  void feed(input, parser);
  return parser;
}

async function feed(
  input: AsyncIterable<Uint8Array | string>,
  parser: ReturnType<typeof parse>,
): Promise<void> {
  try {
    for await (const chunk of input) {
      if (!parser.write(chunk)) await new Promise((resolve) => parser.once('drain', resolve));
    }
    parser.end();
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
}

/** Two rows that give the same number away. */
function overlaps(rows: readonly RegisterRow[]): RegisterProblem[] {
  return rows.flatMap((row, index) => {
    const before = rows[index - 1];
    if (before === undefined || before.code !== row.code || before.to < row.from) return [];
    const message = `the range from ${row.code} ${row.from} overlaps that of line ${before.line}`;
    return [{ line: row.line, message }];
  });
}
