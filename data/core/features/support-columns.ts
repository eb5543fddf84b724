import type { OperatorSharing, RegionSummary, Sharing } from '../schema/assessment.ts';
import { CONFIDENCES, FRESHNESS, METHODS } from '../schema/source.ts';
import { SUPPORTS } from '../schema/support.ts';
import { VERDICTS } from '../schema/verdict.ts';
import type { Column, FlatValue } from './collection.ts';

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
export const SHARING_KINDS = [
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
