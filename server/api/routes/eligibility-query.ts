import * as z from 'zod';
import { householdFromParameters } from '../../../data/core/eligibility/household.ts';
import { type Household, MAX_MEMBERS } from '../../../data/core/schema/household.ts';
import type { RegionId } from '../../../data/core/schema/ids.ts';
import { LANGUAGES } from '../../../data/core/schema/localized-text.ts';
import { WISHES } from '../../../data/core/schema/plan.ts';
import { badParameters } from '../../middleware/problem.ts';
import {
  countParam,
  dayParam,
  flagParam,
  numberParam,
  regionParam,
  slugParam,
  wordParam,
} from '../query-params.ts';

/** Parameters that both methods have. */
export const ELIGIBILITY_OPTIONS = {
  operator: slugParam().optional().meta({ description: 'Only this operator' }),
  asOf: dayParam()
    .optional()
    .meta({ description: 'Day that the answer is for; today where absent' }),
  release: slugParam().optional().meta({
    description:
      'Answers from the facts of this released version of the data, such as 2026-11-23; the newest facts where absent',
  }),
  lang: wordParam(LANGUAGES)
    .optional()
    .meta({ description: 'Language of the answer in plain text' }),
  sharing: wordParam(WISHES).optional().meta({
    description:
      'What the verdict is about: `bundle` (one common bundle), `payer` (one pays, each has a bundle of their own), or `any` of them, which is the default',
  }),
  trace: flagParam().optional().meta({ description: 'Adds every step of the reasoning' }),
};

const MAX_DEVICES = MAX_MEMBERS;

/** Query of `GET /eligibility`: a region or a point, and a simple household. */
export const EligibilityQuery = z
  .strictObject({
    receipt: flagParam().optional().meta({
      description:
        'Adds a receipt: question, answer, data and rules as a signed JWS, checked with the keys of /.well-known/jwks.json',
    }),
    region: regionParam()
      .optional()
      .meta({ description: 'Region of the contracts; or else lon and lat' }),
    lon: numberParam(-180, 180)
      .optional()
      .meta({ description: 'Longitude of a point instead of a region' }),
    lat: numberParam(-90, 90)
      .optional()
      .meta({ description: 'Latitude of a point instead of a region' }),
    members: countParam(1, MAX_MEMBERS)
      .optional()
      .meta({ description: 'People in the family, each with a phone' }),
    children: countParam(0, MAX_MEMBERS)
      .optional()
      .meta({ description: 'How many of them are under 14' }),
    foreign: countParam(0, MAX_MEMBERS)
      .optional()
      .meta({ description: 'How many of them are not Russian citizens' }),
    watch: countParam(0, MAX_DEVICES)
      .optional()
      .meta({ description: 'Watches with a line of their own, at most one per member' }),
    tablet: countParam(0, MAX_DEVICES)
      .optional()
      .meta({ description: 'Tablets with a line of their own, at most one per member' }),
    ...ELIGIBILITY_OPTIONS,
  })
  .superRefine((query, context) => {
    const complain = (parameter: string, message: string) =>
      context.addIssue({ code: 'custom', path: [parameter], message, input: query });
    const { region, lon, lat } = query;
    if (region !== undefined && (lon !== undefined || lat !== undefined)) {
      complain('region', 'expected either a region or a point, not both');
    }
    if (region === undefined && lon === undefined && lat === undefined) {
      complain('region', 'expected a region such as RU-MOW, or lon and lat');
    }
    if (lon !== undefined && lat === undefined)
      complain('lat', 'this parameter is required beside lon');
    if (lat !== undefined && lon === undefined)
      complain('lon', 'this parameter is required beside lat');
  });
export type EligibilityQuery = z.output<typeof EligibilityQuery>;

/** The point of a query, where it has one: some places have terms of their own. */
export function placeOf({ lon, lat }: Pick<EligibilityQuery, 'lon' | 'lat'>): Household['place'] {
  return lon === undefined || lat === undefined ? undefined : { lon, lat };
}

/**
 * The household of a query; `undefined` where it says nothing of one, which stands for the default household.
 *
 * @throws ProblemError 400 when the numbers do not go together.
 */
export function householdOf(
  query: Pick<
    EligibilityQuery,
    'members' | 'children' | 'foreign' | 'watch' | 'tablet' | 'lon' | 'lat'
  >,
  regionId: RegionId,
): Household | undefined {
  const { members, children, foreign, watch, tablet } = query;
  const counts = { members, children, foreign, watch, tablet };
  if (Object.values(counts).every((count) => count === undefined)) return undefined;
  const made = householdFromParameters({ regionId, ...counts });
  if ('household' in made) return { ...made.household, place: placeOf(query) };
  throw badParameters(
    made.problems.map(({ parameter, message }) => ({ parameter, detail: message })),
  );
}
