import {
  type Experience,
  type ExperienceCount,
  MIN_COUNTED,
  MIN_MANY,
  type OutcomeCounts,
} from '../schema/report.ts';

/** Counts experiences by region, operator and what was tried, in the order of these. Texts and channels do not enter. */
export function countExperiences(experiences: readonly Experience[]): ExperienceCount[] {
  const groups = groupBy(experiences, ({ regionId, operatorId, tried }) =>
    [regionId, operatorId, tried].join(' '),
  );
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group;
      return first === undefined ? [] : [countGroup(first, group)];
    });
}

function countGroup(
  { regionId, operatorId, tried }: Experience,
  group: readonly Experience[],
): ExperienceCount {
  const subject = { regionId, operatorId, tried };
  if (group.length < MIN_COUNTED) return { ...subject, size: 'some' };
  const months = group.map(({ month }) => month).sort();
  const quarters = [...groupBy(group, ({ month }) => quarterOf(month))]
    .filter(([, reports]) => reports.length >= MIN_COUNTED)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([quarter, reports]) => ({
      quarter,
      total: reports.length,
      outcomes: outcomesOf(reports),
    }));
  return {
    ...subject,
    size: group.length < MIN_MANY ? 'few' : 'many',
    total: group.length,
    outcomes: outcomesOf(group),
    since: months[0] ?? '',
    until: months.at(-1) ?? '',
    quarters,
  };
}

function outcomesOf(reports: readonly Experience[]): OutcomeCounts {
  const counts: OutcomeCounts = {};
  for (const { outcome } of reports) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

/** Quarter of a month: `2026-Q1` of `2026-03`. */
function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
