import { type CsvError, parse } from 'csv-parse';
import { parse as parseText } from 'csv-parse/sync';
import * as z from 'zod';
import {
  EXPECTED_HEADINGS,
  findLayout,
  type RegisterLayout,
  type RegisterProblem,
  type RegisterRow,
  readRow,
} from './register-row.ts';

const SHOWN = 50;

/** The register file could not be imported; names every place found wrong, the first fifty in words. */
class RegisterError extends Error {
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

const CsvRecord = z.object({
  record: z.array(z.string()),
  info: z.object({ lines: z.int() }),
});

/** The rows of a register file in order of numbers, and how many columns its layout has. */
interface Register {
  rows: RegisterRow[];
  columns: number;
}

/**
 * Reads the official register (`;`, UTF-8, with or without a byte order mark, any line ends) as a stream. Throws a
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
          throw new RegisterError(fileName, [{ line: info.lines, message: notARegister(record) }]);
        }
        continue;
      }
      const read = readRow(cellsOf(record, layout.columns.length), layout, info.lines);
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
  } else if (rows.length === 0 && problems.length === 0) {
    problems.push({
      line: 1,
      message: 'the file has a heading and no ranges: take it again whole',
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

/**
 * Cells by separator alone. The register puts quotes around and inside the names of holders, closed or not, so a quote says
 * nothing about where a cell ends; only a line that falls into too many cells is read again as a quoted one.
 */
function csvRecords(input: AsyncIterable<Uint8Array | string>): AsyncIterable<unknown> {
  const parser = parse({
    delimiter: ';',
    bom: true,
    info: true,
    quote: false,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
  });
  void feed(input, parser);
  return parser;
}

function cellsOf(record: string[], columns: number): string[] {
  if (record.length <= columns || !record.some((cell) => cell.trimStart().startsWith('"'))) {
    return record;
  }
  try {
    const lines: string[][] = parseText(record.join(';'), { delimiter: ';', relax_quotes: true });
    return lines[0] ?? record;
  } catch {
    return record;
  }
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

/** What a first line that is no heading shows, in a sentence. */
function notARegister(record: readonly string[]): string {
  const line = record.join(';');
  const expected = `expected the heading ${EXPECTED_HEADINGS} in UTF-8`;
  if (/^\s*<(!doctype|html|\?xml)/i.test(line)) return `a web page, not the register; ${expected}`;
  if (line.startsWith('PK')) return `a ZIP archive: unpack it first; ${expected}`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a gzip archive begins with it
  if (/^\u001f\uFFFD/.test(line)) return `a gzip archive: unpack it first; ${expected}`;
  if (line.includes('\uFFFD')) return `not in UTF-8: save it so first; ${expected}`;
  return `"${line.slice(0, 200)}", ${expected}`;
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
