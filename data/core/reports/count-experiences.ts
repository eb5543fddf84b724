import {
  type Experience,
  type ExperienceCount,
  MIN_COUNTED,
  MIN_MANY,
  type OutcomeCounts,
} from '../schema/report.ts';

/** Counts experiences as they come, one by one, so that nobody needs to hold all of them. */
export interface ExperienceCounter {
  add(experience: Experience): void;
  /** What was counted by region, operator and what was tried, in the order of these. Texts and channels do not enter. */
  counts(): Iterable<ExperienceCount>;
}

/** What is kept of the experiences of one region, operator and question, however many they are. */
interface Group extends Tally {
  readonly subject: Pick<Experience, 'regionId' | 'operatorId' | 'tried'>;
  since: string;
  until: string;
  readonly quarters: Map<string, Tally>;
}

interface Tally {
  total: number;
  readonly outcomes: OutcomeCounts;
}

/** A counter of nothing yet. */
export function createExperienceCounter(): ExperienceCounter {
  const groups = new Map<string, Group>();
  return {
    add({ regionId, operatorId, tried, outcome, month }) {
      const group = entryOf(groups, [regionId, operatorId, tried].join(' '), () => ({
        subject: { regionId, operatorId, tried },
        total: 0,
        outcomes: {},
        since: month,
        until: month,
        quarters: new Map(),
      }));
      if (month < group.since) group.since = month;
      if (month > group.until) group.until = month;
      const quarter = () => ({ total: 0, outcomes: {} });
      for (const tally of [group, entryOf(group.quarters, quarterOf(month), quarter)]) {
        tally.total += 1;
        tally.outcomes[outcome] = (tally.outcomes[outcome] ?? 0) + 1;
      }
    },
    *counts() {
      for (const [, group] of inOrder(groups)) yield countOf(group);
    },
  };
}

function countOf({ subject, total, outcomes, since, until, quarters }: Group): ExperienceCount {
  if (total < MIN_COUNTED) return { ...subject, size: 'some' };
  const size = total < MIN_MANY ? 'few' : 'many';
  const told = inOrder(quarters)
    .filter(([, counted]) => counted.total >= MIN_COUNTED)
    .map(([quarter, counted]) => ({ quarter, ...counted }));
  return { ...subject, size, total, outcomes, since, until, quarters: told };
}

/** Quarter of a month: `2026-Q1` of `2026-03`. */
function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}

function entryOf<T>(entries: Map<string, T>, key: string, make: () => T): T {
  const known = entries.get(key);
  if (known !== undefined) return known;
  const made = make();
  entries.set(key, made);
  return made;
}

function inOrder<T>(entries: ReadonlyMap<string, T>): [string, T][] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}
