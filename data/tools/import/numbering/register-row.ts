/** Where the columns of a register file stand. */
export interface RegisterLayout {
  /** The heading as the file has it. */
  columns: readonly string[];
  code: number;
  from: number;
  to: number;
  capacity: number;
  holder: number;
  /** Columns that may name the territory, the better one first: it is `-` or empty where the other one has it. */
  territories: readonly number[];
  /** Tax number (ИНН) of the holder; layouts before 2022 have none. */
  taxId?: number;
}

type Column = 'code' | 'from' | 'to' | 'capacity' | 'holder' | 'region' | 'territory' | 'taxId';

/** Headings that the register, its archives and public copies of it use; compared without case, spaces and marks. */
const HEADINGS: readonly (readonly [Column, readonly string[]])[] = [
  ['code', ['АВС/ DEF', 'ABC/DEF', 'DEF', 'Код', 'code']],
  ['from', ['От', 'Начало', 'from', 'begin', 'start']],
  ['to', ['До', 'Конец', 'to', 'end']],
  ['capacity', ['Емкость', 'Ёмкость', 'capacity', 'size']],
  ['holder', ['Оператор', 'Оператор связи', 'operator', 'provider']],
  ['region', ['Регион', 'region']],
  ['territory', ['Территория ГАР', 'Территория', 'gar', 'territory']],
  ['taxId', ['ИНН', 'inn', 'unn', 'tax id']],
];
const COLUMN_BY_HEADING: ReadonlyMap<string, Column> = new Map(
  HEADINGS.flatMap(([column, texts]) => texts.map((text) => [bare(text), column] as const)),
);

/** What a heading line may be, for error messages. */
export const EXPECTED_HEADINGS =
  'АВС/ DEF;От;До;Емкость;Оператор;Регион with or without Территория ГАР and ИНН';

/**
 * The layout that a heading line states: six columns until 2021, seven with the tax number, eight with the territory of the
 * state address register. Any order does; undefined where a column is missing, stands twice or is unknown.
 */
export function findLayout(heading: readonly string[]): RegisterLayout | undefined {
  const places = new Map<Column, number>();
  for (const [index, text] of heading.entries()) {
    const column = COLUMN_BY_HEADING.get(bare(text));
    if (column === undefined || places.has(column)) return undefined;
    places.set(column, index);
  }
  const [code, from, to, capacity, holder] = (
    ['code', 'from', 'to', 'capacity', 'holder'] as const
  ).map((column) => places.get(column));
  const territories = [places.get('territory'), places.get('region')].filter(
    (place) => place !== undefined,
  );
  if (
    code === undefined ||
    from === undefined ||
    to === undefined ||
    capacity === undefined ||
    holder === undefined ||
    territories.length === 0
  ) {
    return undefined;
  }
  const taxId = places.get('taxId');
  const layout = { columns: heading, code, from, to, capacity, holder, territories };
  return taxId === undefined ? layout : { ...layout, taxId };
}

/** Latin letters that stand for Cyrillic ones in typed headings count as these: `ABC` is `АВС`. */
function bare(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}]/gu, '')
    .replace(/^abc/, 'авс');
}

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
