import type { OperatorSharing, RegionSummary, Sharing } from '../schema/assessment.ts';
import { CONFIDENCES, FRESHNESS } from '../schema/claim.ts';
import type { Dataset } from '../schema/dataset.ts';
import { coversRegion, type RegionId } from '../schema/ids.ts';
import { type ExperienceCount, MIN_COUNTED, MIN_MANY, Outcome } from '../schema/report.ts';
import { METHODS, SUPPORTS, VERDICTS } from '../schema/verdict.ts';
import { type Column, type FlatValue, joinIds } from './collection.ts';

/** How well a verdict is known, and what it rests on: nothing where it is unknown. */
export const SUPPORT_COLUMNS: readonly Column[] = [
  {
    name: 'support',
    type: 'string',
    description:
      'How well the verdict is known for this region: stated, reported, countrywide (not confirmed here), lead (too weak to decide), none',
    values: SUPPORTS,
  },
  {
    name: 'plan_support',
    type: 'string',
    description: 'The same for the shared plan alone',
    values: SUPPORTS,
  },
  {
    name: 'confidence',
    type: 'string',
    description: 'Weakest source that decides the verdict',
    values: CONFIDENCES,
    nullable: true,
  },
  {
    name: 'method',
    type: 'string',
    description: 'How the verdict was come by',
    values: METHODS,
    nullable: true,
  },
  {
    name: 'freshness',
    type: 'string',
    description: 'Age of the evidence',
    values: FRESHNESS,
    nullable: true,
  },
];

/** Values of the columns above. */
export function supportProperties(
  known: Pick<RegionSummary, 'support' | 'planSupport' | 'confidence' | 'method' | 'freshness'>,
): Record<string, FlatValue> {
  return {
    support: known.support,
    plan_support: known.planSupport,
    confidence: known.confidence ?? null,
    method: known.method ?? null,
    freshness: known.freshness ?? null,
  };
}

/** Kinds of sharing with their columns, and what each of them is. */
const SHARING_KINDS = [
  { id: 'bundle', meaning: 'one common bundle of minutes and data' },
  { id: 'payer', meaning: 'one who pays for bundles of their own' },
] as const;

/** Verdict of each kind of sharing, with its support and that of the shared plan alone. */
export const SHARING_COLUMNS: readonly Column[] = SHARING_KINDS.flatMap(
  ({ id, meaning }): Column[] => [
    {
      name: `${id}_verdict`,
      type: 'string',
      description: `Verdict for ${meaning}`,
      values: VERDICTS,
    },
    {
      name: `${id}_support`,
      type: 'string',
      description: `How well the verdict for ${meaning} is known for this region`,
      values: SUPPORTS,
    },
    {
      name: `${id}_plan_support`,
      type: 'string',
      description: `The same for the shared plan alone: where ${meaning} is confirmed`,
      values: SUPPORTS,
    },
  ],
);

/** Values of the columns of sharing. */
export function sharingProperties(
  sharing: Readonly<Record<'bundle' | 'payer', Sharing | OperatorSharing>>,
): Record<string, FlatValue> {
  return Object.fromEntries(
    SHARING_KINDS.flatMap(({ id }) => [
      [`${id}_verdict`, sharing[id].verdict],
      [`${id}_support`, sharing[id].support],
      [`${id}_plan_support`, sharing[id].planSupport],
    ]),
  );
}

/** How many reports a cell holds; `some`: one or two, of which nothing more is told. */
const REPORT_SIZES = ['none', 'some', 'few', 'many'] as const;

/** `told-yes` as a property name: `reports_told_yes`. */
function outcomeColumn(outcome: Outcome): string {
  return `reports_${outcome.replaceAll('-', '_')}`;
}

/** Columns on what families reported and on what is disputed. Neither changes a verdict. */
export const REPORT_COLUMNS: readonly Column[] = [
  {
    name: 'reports_size',
    type: 'string',
    description: `How many families reported here; some: fewer than ${MIN_COUNTED}, few: fewer than ${MIN_MANY}`,
    values: REPORT_SIZES,
  },
  {
    name: 'reports',
    type: 'integer',
    description: 'Reports that are counted; questions with one or two reports are not',
  },
  ...Outcome.options.map(
    (outcome): Column => ({
      name: outcomeColumn(outcome),
      type: 'integer',
      description: `Counted reports with the outcome ${outcome}`,
    }),
  ),
  {
    name: 'disputes',
    type: 'string',
    description: 'Open corrections of claims that hold here, case numbers joined by semicolons',
  },
];

type CountedExperiences = Exclude<ExperienceCount, { size: 'some' }>;

/** What is reported and disputed of a region, with one operator or with all; what is looked up in the data is looked up once. */
export function createReportProperties({
  experiences,
  operators,
}: Pick<Dataset, 'experiences' | 'operators'>): (
  regionId: RegionId,
  operatorId?: string,
) => Record<string, FlatValue> {
  const disputed = operators.flatMap(({ id: operatorId, claims }) =>
    claims.flatMap(({ regionIds, disputes = [] }) =>
      disputes.length > 0 ? [{ operatorId, regionIds, disputes }] : [],
    ),
  );
  return (regionId, operatorId) => {
    const isMeant = (about: { operatorId: string }) =>
      operatorId === undefined || about.operatorId === operatorId;
    const counts = experiences.filter((count) => count.regionId === regionId && isMeant(count));
    const counted = counts.filter((count) => count.size !== 'some');
    const total = counted.reduce((sum, count) => sum + count.total, 0);
    const cases = disputed
      .filter((claim) => isMeant(claim) && coversRegion(claim.regionIds, regionId))
      .flatMap(({ disputes }) => disputes.map((dispute) => dispute.case));
    return {
      reports_size: sizeOf(counts, total),
      reports: total,
      ...(counted.length === 0 ? NOTHING_COUNTED : countedProperties(counted)),
      disputes: joinIds([...new Set(cases)].sort()),
    };
  };
}

function countedProperties(counted: readonly CountedExperiences[]): Record<string, FlatValue> {
  return Object.fromEntries(
    Outcome.options.map((outcome) => [
      outcomeColumn(outcome),
      counted.reduce((sum, { outcomes }) => sum + (outcomes[outcome] ?? 0), 0),
    ]),
  );
}

/** Where nothing is counted, as it is of most operators in most regions. */
const NOTHING_COUNTED = countedProperties([]);

function sizeOf(counts: readonly ExperienceCount[], total: number): (typeof REPORT_SIZES)[number] {
  if (counts.length === 0) return 'none';
  if (total === 0) return 'some';
  return total < MIN_MANY ? 'few' : 'many';
}
