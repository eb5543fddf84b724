import * as z from 'zod';
import { householdFromParameters } from '../../../data/core/eligibility/household.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import { type Household, MAX_MEMBERS } from '../../../data/core/schema/household.ts';
import type { RegionId } from '../../../data/core/schema/ids.ts';
import { LANGUAGES } from '../../../data/core/schema/localized-text.ts';
import { WISHES, type Wish } from '../../../data/core/schema/plan.ts';
import type { Location } from '../../../data/core/schema/region.ts';
import { type GiveWay, inSlices } from '../../middleware/fair-queue.ts';
import {
  badParameters,
  notFound,
  ProblemError,
  type ValidationError,
} from '../../middleware/problem.ts';
import type { Assessed, Service } from '../../service.ts';
import { pointerOf, refuseBody } from '../json-body.ts';
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

/** How many people of a family something is true of, or have a device of a kind: at most all of them. */
const familyParam = (lowest: number, description: string) =>
  countParam(lowest, MAX_MEMBERS).optional().meta({ description });

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
    members: familyParam(1, 'People in the family, each with a phone'),
    children: familyParam(0, 'How many of them are under 14'),
    foreign: familyParam(0, 'How many of them are not Russian citizens'),
    watch: familyParam(0, 'Watches with a line of their own, at most one per member'),
    tablet: familyParam(0, 'Tablets with a line of their own, at most one per member'),
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
function placeOf({ lon, lat }: Pick<EligibilityQuery, 'lon' | 'lat'>): Household['place'] {
  return lon === undefined || lat === undefined ? undefined : { lon, lat };
}

/**
 * The household of a query; `undefined` where it says nothing of one, which stands for the default household.
 *
 * @throws ProblemError 400 when the numbers do not go together.
 */
function householdOf(
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

/** Answers to a region or a point: the nearest region first, the other candidates of a point near a border after it. */
interface AssessedQuery {
  readonly answers: readonly [Assessed, ...Assessed[]];
  /** Where the point lies, if a point was asked for. */
  readonly location: Location | undefined;
}

/** Who asks: where links lead, and how others are answered while it is worked out. */
interface Asking {
  /** `https://example.org` */
  readonly origin: string;
  readonly giveWay: GiveWay;
}

/** What of a query decides an answer. */
type AskedQuery = Omit<EligibilityQuery, 'lang' | 'receipt' | 'release'>;

/** What is asked of the rules beside a household. */
interface HouseholdOptions {
  readonly operator?: string | undefined;
  readonly asOf?: IsoDate | undefined;
  readonly sharing?: Wish | undefined;
  readonly trace?: boolean | undefined;
}

/**
 * Assesses the default household, or a simple one, in a region or at a point.
 *
 * @throws ProblemError 404 for a region or operator that does not exist and for a point outside the mapped regions, 400 for
 *   numbers that do not go together.
 */
export async function assessQuery(
  service: Service,
  query: AskedQuery,
  { origin, giveWay }: Asking,
): Promise<AssessedQuery> {
  requireOperator(service, query.operator);
  const { lon, lat } = query;
  const location = lon === undefined || lat === undefined ? undefined : service.locate(lon, lat);
  const regionIds =
    location === undefined
      ? [query.region ?? '']
      : location.candidates.map(({ regionId }) => regionId);
  const assessed: Assessed[] = [];
  for (const id of regionIds) assessed.push(await assessRegion(service, query, id, giveWay));
  const [first, ...others] = assessed;
  if (first === undefined) throw outside(origin);
  return { answers: [first, ...others], location };
}

/**
 * Assesses a household of one's own.
 *
 * @throws ProblemError 404 for an operator that does not exist, 400 naming each id in the household that the data do not have.
 */
export async function assessHousehold(
  service: Service,
  household: Household,
  { operator, asOf, sharing, trace }: HouseholdOptions,
  { giveWay }: Asking,
): Promise<Assessed> {
  requireOperator(service, operator);
  const unknown = unknownIds(household, service);
  if (unknown.length > 0) throw refuseBody(unknown);
  const options = {
    asOf: asOf ?? service.today(),
    operatorIds: operator === undefined ? undefined : [operator],
    sharing,
    trace,
  };
  const assessment = await inSlices(service.assessor.assessing(household, options), giveWay);
  return { assessment, household };
}

/** The service over the facts of a released version; the newest where none is asked for. */
export function atRelease(newest: Service, release: string | undefined): Service {
  if (release === undefined) return newest;
  const service = newest.releases.get(release);
  if (service === undefined) {
    throw notFound('release', release, [...newest.releases.keys()], 'release');
  }
  return service;
}

async function assessRegion(
  service: Service,
  query: AskedQuery,
  id: string,
  giveWay: GiveWay,
): Promise<Assessed> {
  const region = service.regionById.get(id);
  if (region === undefined) throw notFound('region', id, [...service.regionById.keys()], 'region');
  const { operator, trace, sharing } = query;
  const asOf = query.asOf ?? service.today();
  const household = householdOf(query, region.id);
  if (household === undefined) {
    const place = placeOf(query);
    const options = { asOf, operatorId: operator, sharing, place, trace };
    const steps = service.assessor.assessingRegion(region.id, options);
    return { assessment: await inSlices(steps, giveWay) };
  }
  const operatorIds = operator === undefined ? undefined : [operator];
  const steps = service.assessor.assessing(household, { asOf, operatorIds, sharing, trace });
  const assessment = await inSlices(steps, giveWay);
  return { assessment, household };
}

function requireOperator(service: Service, id: string | undefined): void {
  if (id === undefined || service.consumerOperators.some((operator) => operator.id === id)) return;
  throw notFound(
    'operator',
    id,
    service.consumerOperators.map((operator) => operator.id),
    'operator',
  );
}

function outside(origin: string): ProblemError {
  return new ProblemError(
    404,
    'the point lies outside the 83 mapped regions (ISO 3166-2:RU); no verdict is given there',
    {
      errors: [{ parameter: 'lon', detail: `outside the mapped regions, see ${origin}/en/about` }],
    },
  );
}

/** Ids in a household that the data do not have; device models are left to the rules, which answer "unknown". */
function unknownIds(household: Household, service: Service): ValidationError[] {
  const errors: ValidationError[] = [];
  const regionIds = [...service.regionById.keys()];
  const operatorIds = ['any', ...service.operatorById.keys()];
  const check = (
    path: (string | number)[],
    kind: string,
    id: string,
    allowed: readonly string[],
  ) => {
    if (allowed.includes(id)) return;
    const detail = `no ${kind} has this id`;
    errors.push({ pointer: pointerOf(path), value: id, detail, allowed: [...allowed] });
  };
  household.lines.forEach((line, index) => {
    const { contractRegionId, operatorId } = line;
    check(['lines', index, 'contractRegionId'], 'region', contractRegionId, regionIds);
    check(['lines', index, 'operatorId'], 'operator', operatorId, operatorIds);
  });
  const { presentRegionId } = household;
  if (presentRegionId !== undefined) {
    check(['presentRegionId'], 'region', presentRegionId, regionIds);
  }
  return errors;
}
