import { type CsvError, parse } from 'csv-parse';
import * as z from 'zod';
import { RegisterError, type RegisterProblem } from './register-error.ts';
import { EXPECTED_HEADINGS, findLayout, type RegisterLayout } from './register-layout.ts';
import { type RegisterRow, readRow } from './register-row.ts';

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
