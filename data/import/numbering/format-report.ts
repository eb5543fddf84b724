import type { CountChange } from './compare-counts.ts';
import type { NamedCount, NumberCounts } from './count-numbers.ts';

export interface ReportFacts {
  fileName: string;
  rows: number;
  columns: number;
  holders: number;
  spellings: number;
  territories: number;
  registerDate: string;
  shippedDate: string;
}

const number = new Intl.NumberFormat('en');

/** What was read, what changed and what could not be mapped, for the person who runs the import. */
export function formatReport(
  facts: ReportFacts,
  counts: NumberCounts,
  changes: readonly CountChange[],
): string {
  const { fileName, rows, columns, holders, spellings, territories } = facts;
  return [
    `${fileName}: ${number.format(rows)} ranges in the layout of ${columns} columns, ` +
      `${number.format(counts.numbers)} numbers, ${holders} holders under ${spellings} spellings, ` +
      `${territories} territories`,
    ...list(
      `Changes from the table of ${facts.shippedDate} to the register of ${facts.registerDate}`,
      changesByOperator(changes),
    ),
    ...list('For the whole country, counted in no region', counts.wholeCountry.map(named)),
    ...list('Not mapped to a region', counts.unmappedTerritories.map(named)),
    ...list('Holders that are no operator of the dataset', counts.otherHolders.map(named)),
  ].join('\n');
}

function list(title: string, lines: readonly string[]): string[] {
  return [
    `${title}: ${lines.length === 0 ? 'none' : ''}`.trimEnd(),
    ...lines.map((line) => `  ${line}`),
  ];
}

const named = ({ name, ranges, numbers }: NamedCount): string =>
  `${name}: ${number.format(numbers)} numbers in ${ranges} ${ranges === 1 ? 'range' : 'ranges'}`;

function changesByOperator(changes: readonly CountChange[]): string[] {
  const byOperator = new Map<string, string[]>();
  for (const { operatorId, territoryId, before, after } of changes) {
    const lines = byOperator.get(operatorId) ?? [];
    lines.push(`${territoryId} ${number.format(before)} -> ${number.format(after)}`);
    byOperator.set(operatorId, lines);
  }
  return [...byOperator].map(([operatorId, lines]) => `${operatorId}: ${lines.join(', ')}`);
}
