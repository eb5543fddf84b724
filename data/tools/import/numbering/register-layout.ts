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
