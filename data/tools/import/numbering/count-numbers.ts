import type { ImportedNumbering, NumberingTable } from '../../../core/schema/numbering.ts';

/** Numbers of one name, largest first. */
export interface NamedCount {
  name: string;
  ranges: number;
  numbers: number;
}

/** What an imported register holds, counted as the shipped table counts. */
export interface NumberCounts {
  numbers: number;
  /** Per operator and territory id; a merged territory counts fully for each member. */
  byOperator: Map<string, Map<string, number>>;
  /** Numbers of operators for the whole country: no region has them for itself. */
  wholeCountry: NamedCount[];
  /** Territories that no region was found for. */
  unmappedTerritories: NamedCount[];
  /** Holders that are no operator of the dataset. */
  otherHolders: NamedCount[];
}

/** Counts an imported register; every range ends in exactly one of the lists or, with both known, in `byOperator`. */
export function countNumbers({ holders, territories, ranges }: ImportedNumbering): NumberCounts {
  const byOperator = new Map<string, Map<string, number>>();
  const wholeCountry = new Map<string, NamedCount>();
  const unmapped = new Map<string, NamedCount>();
  const others = new Map<string, NamedCount>();
  let numbers = 0;
  for (const [, from, to, holderAt, territoryAt] of ranges) {
    const size = to - from + 1;
    numbers += size;
    const holder = holders[holderAt];
    const territory = territories[territoryAt];
    if (holder === undefined || territory === undefined) continue;
    if (territory.regionIds === undefined) add(unmapped, territory.name, size);
    if (holder.operatorId === undefined) {
      add(
        others,
        holder.taxId === undefined ? holder.name : `${holder.name} ${holder.taxId}`,
        size,
      );
    } else if (territory.regionIds === 'RU') {
      add(wholeCountry, holder.operatorId, size);
    } else {
      const counts = byOperator.get(holder.operatorId) ?? new Map<string, number>();
      byOperator.set(holder.operatorId, counts);
      for (const id of territory.regionIds ?? []) counts.set(id, (counts.get(id) ?? 0) + size);
    }
  }
  return {
    numbers,
    byOperator,
    wholeCountry: inOrder(wholeCountry),
    unmappedTerritories: inOrder(unmapped),
    otherHolders: inOrder(others),
  };
}

function add(counts: Map<string, NamedCount>, name: string, size: number): void {
  const entry = counts.get(name) ?? { name, ranges: 0, numbers: 0 };
  entry.ranges += 1;
  entry.numbers += size;
  counts.set(name, entry);
}

const inOrder = (counts: Map<string, NamedCount>): NamedCount[] =>
  [...counts.values()].sort((a, b) => b.numbers - a.numbers || (a.name < b.name ? -1 : 1));

/** One operator in one territory whose numbers differ; 0 where one of the two has none. */
interface CountChange {
  operatorId: string;
  territoryId: string;
  before: number;
  after: number;
}

/** What the imported register changes against the shipped table, by operator and territory in order of ids. */
export function compareCounts(
  shipped: NumberingTable,
  { byOperator }: Pick<NumberCounts, 'byOperator'>,
): CountChange[] {
  const operatorIds = new Set([...Object.keys(shipped.counts), ...byOperator.keys()]);
  return [...operatorIds].sort().flatMap((operatorId) => {
    const before = new Map(Object.entries(shipped.counts[operatorId] ?? {}));
    const after = byOperator.get(operatorId) ?? new Map<string, number>();
    const territoryIds = new Set([...before.keys(), ...after.keys()]);
    return [...territoryIds]
      .sort()
      .map((territoryId) => ({
        operatorId,
        territoryId,
        before: before.get(territoryId) ?? 0,
        after: after.get(territoryId) ?? 0,
      }))
      .filter((change) => change.before !== change.after);
  });
}

interface ReportFacts {
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
    `of these numbers ${shareOf(counts.unmappedTerritories, counts.numbers)} have no region and ` +
      `${shareOf(counts.otherHolders, counts.numbers)} no operator of the dataset`,
    ...list(
      `Changes from the table of ${facts.shippedDate} to the register of ${facts.registerDate}`,
      changesByOperator(changes),
    ),
    ...list('For the whole country, counted in no region', counts.wholeCountry.map(named)),
    ...list('Not mapped to a region', counts.unmappedTerritories.map(named)),
    ...list('Holders that are no operator of the dataset', counts.otherHolders.map(named)),
  ].join('\n');
}

function shareOf(named: readonly NamedCount[], all: number): string {
  const numbers = named.reduce((sum, each) => sum + each.numbers, 0);
  const percent = all === 0 ? 0 : (numbers / all) * 100;
  return `${number.format(numbers)} (${percent.toFixed(1)} %)`;
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
