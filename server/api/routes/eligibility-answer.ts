import * as z from 'zod';
import { lastReportOf, reportAgeDays } from '../../../data/core/eligibility/claims/restrictions.ts';
import { Assessment } from '../../../data/core/schema/assessment.ts';
import { DatasetClaim, DatasetRestriction } from '../../../data/core/schema/dataset.ts';
import { IsoDate } from '../../../data/core/schema/dates.ts';
import type { Household } from '../../../data/core/schema/household.ts';
import { Slug } from '../../../data/core/schema/ids.ts';
import { Location } from '../../../data/core/schema/place.ts';
import { Source } from '../../../data/core/schema/source.ts';
import type { Service } from '../../service.ts';

/** A restriction with the age of its last report on the day of an answer. */
export const Restriction = DatasetRestriction.extend({
  lastReportedOn: IsoDate,
  /** Days from its last report to the day of the answer. */
  reportAgeDays: z.int().nonnegative(),
});

/** One assessment with its restrictions written out. */
export const RegionEligibility = Assessment.omit({ restrictionIds: true }).extend({
  restrictions: z.array(Restriction),
});
export type RegionEligibility = z.infer<typeof RegionEligibility>;

/** Answer of `/eligibility`: the assessment, and every claim and source that it refers to. */
export const Eligibility = RegionEligibility.extend({
  /** Where the point lies, if a point was asked for. */
  location: Location.optional(),
  /** Assessments of the other candidate regions of a point near a border, nearest first. */
  alternatives: z.array(RegionEligibility).optional(),
  claims: z.record(Slug, DatasetClaim),
  sources: z.record(Slug, Source),
  /** With `receipt=true`: the question and the answer without `claims` and `sources`, signed (JWS in compact form, RFC 7515). */
  receipt: z.string().optional(),
});
export type Eligibility = z.infer<typeof Eligibility>;

/** Puts assessments together with what they refer to; the first is the answer, the others its alternatives. */
export function writeEligibility(
  service: Service,
  assessments: readonly [Assessment, ...Assessment[]],
  location?: Location,
): Eligibility {
  const [nearest, ...farther] = assessments;
  const first = expand(service, nearest);
  const others = farther.map((assessment) => expand(service, assessment));
  const claims = collect(claimIdsOf([first, ...others]), service.claimById);
  const restrictionSources = [first, ...others]
    .flatMap(({ restrictions }) => restrictions)
    .flatMap((restriction) => restriction.claims.flatMap((claim) => claim.sourceIds));
  const sourceIds = [
    ...Object.values(claims).flatMap((claim) => claim.sourceIds),
    ...restrictionSources,
  ];
  return {
    ...first,
    ...(location === undefined ? {} : { location }),
    ...(others.length === 0 ? {} : { alternatives: others }),
    claims,
    sources: collect(new Set(sourceIds), service.sourceById),
  };
}

function expand({ dataset }: Service, { restrictionIds, ...rest }: Assessment): RegionEligibility {
  const restrictions = dataset.restrictions
    .filter(({ id }) => restrictionIds.includes(id))
    .map((restriction) => ({
      ...restriction,
      lastReportedOn: lastReportOf(restriction),
      reportAgeDays: reportAgeDays(restriction, rest.asOf),
    }));
  return { ...rest, restrictions };
}

function claimIdsOf(answers: readonly RegionEligibility[]): Set<string> {
  const ids = new Set<string>();
  const add = (list: readonly string[] | undefined) => list?.forEach((id) => void ids.add(id));
  for (const { operators, steps, leads } of answers) {
    for (const step of steps) add(step.claimIds);
    add(leads.map(({ claimId }) => claimId));
    for (const operator of operators) {
      for (const axis of operator.axes) add(axis.evidence.map(({ claimId }) => claimId));
      for (const step of operator.steps) add(step.claimIds);
      for (const item of operator.cost?.items ?? []) add(item.claimIds);
      for (const step of operator.trace ?? []) add(step.claimIds);
    }
  }
  return ids;
}

/** A dictionary in the order of its ids, so that equal answers are equal bytes. */
function collect<T>(ids: ReadonlySet<string>, all: ReadonlyMap<string, T>): Record<string, T> {
  const found: Record<string, T> = {};
  for (const id of [...ids].sort()) {
    const entry = all.get(id);
    if (entry !== undefined) found[id] = entry;
  }
  return found;
}

/** A family of the API document: a parent who pays, a child of seven with a watch. */
export const EXAMPLE_HOUSEHOLD: z.input<typeof Household> = {
  members: [
    { id: 'mother', ageBand: 'adult', citizenship: 'russian' },
    { id: 'son', ageBand: 'under-14', citizenship: 'russian' },
  ],
  lines: [
    {
      id: 'mother-phone',
      memberId: 'mother',
      payer: true,
      contractRegionId: 'RU-MOW',
      deviceKind: 'phone',
    },
    {
      id: 'son-watch',
      memberId: 'son',
      holderId: 'mother',
      contractRegionId: 'RU-MOW',
      deviceKind: 'childrens-watch',
    },
  ],
};
