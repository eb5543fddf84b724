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
