import * as z from 'zod';
import type { Assessment } from '../../../data/core/schema/assessment.ts';
import { Household } from '../../../data/core/schema/household.ts';
import type { Location } from '../../../data/core/schema/place.ts';
import { hrefWith } from '../../links.ts';
import { type Answer, answerOf, jsonAnswer } from '../../middleware/answer.ts';
import type { Offer } from '../../middleware/negotiate.ts';
import {
  badParameters,
  notFound,
  ProblemError,
  type ValidationError,
} from '../../middleware/problem.ts';
import { signedPart } from '../../receipts/receipt.ts';
import type { Receipts } from '../../receipts/receipts.ts';
import { defineGet, definePost, type Route, type RouteRequest, TEXT_OFFER } from '../../route.ts';
import type { Service } from '../../service.ts';
import { DOCUMENT_OFFERS, documentAnswer, documentContent } from '../html/json-document.ts';
import { pointerOf, refuseBody } from '../json-body.ts';
import { Eligibility, EXAMPLE_HOUSEHOLD, writeEligibility } from './eligibility-answer.ts';
import {
  ELIGIBILITY_OPTIONS,
  EligibilityQuery,
  householdOf,
  placeOf,
} from './eligibility-query.ts';

/** A household of 20 people with 40 lines takes less than a tenth of it. */
const MAX_HOUSEHOLD_BYTES = 64 * 1024;

const ANSWER = {
  description:
    'The verdict per operator with axes, conditions, evidence, restrictions, steps and changes',
  content: { ...documentContent(Eligibility), 'text/plain': undefined },
};

const OFFERS: readonly [Offer, ...Offer[]] = [...DOCUMENT_OFFERS, TEXT_OFFER];

const PostQuery = z.strictObject(ELIGIBILITY_OPTIONS);

/** `GET /eligibility` for a region or a point, `POST /eligibility` for a household of one's own. */
export function createEligibilityRoutes(receipts?: Receipts): Route[] {
  const simple = defineGet({
    path: '/eligibility',
    operationId: 'getEligibility',
    tag: 'Eligibility',
    summary: 'Can a family share one plan with eSIMs here?',
    description:
      'For the default household (two adults and a teenager, Russian citizens, each with an eSIM phone) or a simple one. A point near a border gives an assessment for each candidate region.',
    query: EligibilityQuery,
    example: { region: 'RU-TA', operator: 'mts' },
    offers: OFFERS,
    answer: ANSWER,
    refusals: {
      404: 'There is no such region, operator or release, or the point lies outside the mapped regions',
    },
    respond(request, newest) {
      const { query } = request;
      const service = atRelease(newest, query.release);
      requireOperator(service, query.operator);
      const location = locate(service, query);
      const regionIds =
        location === undefined
          ? [query.region ?? '']
          : location.candidates.map(({ regionId }) => regionId);
      const [first, ...others] = regionIds.map((regionId) =>
        assessRegion(service, query, regionId),
      );
      if (first === undefined) throw outside(request.origin);
      const answered = answer(request, service, [first, ...others], location);
      return query.receipt ? withReceipt(answered, request, first.asOf, service) : answered;
    },
  });
  const full = definePost({
    path: '/eligibility',
    operationId: 'assessHousehold',
    tag: 'Eligibility',
    summary: 'Can this family share one plan with eSIMs?',
    description: `A household of up to 20 members and 40 lines in at most ${MAX_HOUSEHOLD_BYTES} bytes. Nothing of it is stored or logged.`,
    query: PostQuery,
    body: { schema: Household, maxBytes: MAX_HOUSEHOLD_BYTES, example: EXAMPLE_HOUSEHOLD },
    offers: OFFERS,
    answer: ANSWER,
    refusals: { 404: 'There is no such operator or release' },
    respond(request, newest, household) {
      const { operator, asOf, trace, release, sharing } = request.query;
      const service = atRelease(newest, release);
      requireOperator(service, operator);
      const unknown = unknownIds(household, service);
      if (unknown.length > 0) throw refuseBody(unknown);
      const assessment = service.assessor.assess(household, {
        asOf: asOf ?? service.today(),
        operatorIds: operator === undefined ? undefined : [operator],
        sharing,
        trace,
      });
      return answer(request, service, [assessment]);
    },
  });
  return [simple, full];

  /** The answer with what proves it; the question names its day, so that it can be asked again later. */
  async function withReceipt(
    answered: Answer,
    { f, origin, path, rawQuery }: RouteRequest<EligibilityQuery>,
    asOf: string,
    { dataset }: Service,
  ): Promise<Answer> {
    if (f !== 'json' || typeof answered.body !== 'string') {
      throw badParameters([
        { parameter: 'receipt', value: 'true', detail: 'is given with f=json only' },
      ]);
    }
    if (receipts === undefined) throw new ProblemError(503, 'this service signs no receipts');
    const plain = z.record(z.string(), z.unknown()).parse(JSON.parse(answered.body));
    const question = hrefWith({ origin: '', path, rawQuery }, { receipt: undefined, asOf });
    const { hash: datasetHash } = dataset;
    const receipt = await receipts.sign({
      issuer: origin,
      question,
      asOf,
      datasetHash,
      answer: signedPart(plain),
    });
    return jsonAnswer({ ...plain, receipt });
  }
}

function answer(
  request: RouteRequest<z.output<typeof PostQuery>>,
  service: Service,
  assessments: readonly [Assessment, ...Assessment[]],
  location?: Location,
): Answer {
  if (request.f !== TEXT_OFFER.f) {
    const page = { title: 'Can a family share one plan with eSIMs here?', offers: OFFERS };
    return documentAnswer(request, page, writeEligibility(service, assessments, location));
  }
  const language = request.query.lang ?? 'ru';
  const texts = assessments.map((assessment) =>
    service.plainText(assessment, language, request.origin),
  );
  return answerOf(`${texts.join('\n\n').trimEnd()}\n`, TEXT_OFFER.type, {
    'content-language': language,
  });
}

/** The service over the facts of a released version; the newest where none is asked for. */
function atRelease(newest: Service, release: string | undefined): Service {
  if (release === undefined) return newest;
  const service = newest.releases.get(release);
  if (service === undefined) {
    throw notFound('release', release, [...newest.releases.keys()], 'release');
  }
  return service;
}

function locate(service: Service, { lon, lat }: EligibilityQuery): Location | undefined {
  return lon === undefined || lat === undefined ? undefined : service.locate(lon, lat);
}

function assessRegion(service: Service, query: EligibilityQuery, id: string): Assessment {
  const region = service.regionById.get(id);
  if (region === undefined) throw notFound('region', id, [...service.regionById.keys()], 'region');
  const { operator, trace, sharing } = query;
  const asOf = query.asOf ?? service.today();
  const household = householdOf(query, region.id);
  if (household === undefined) {
    const place = placeOf(query);
    return service.assessor.assessRegion(region.id, {
      asOf,
      operatorId: operator,
      sharing,
      place,
      trace,
    });
  }
  return service.assessor.assess(household, {
    asOf,
    operatorIds: operator === undefined ? undefined : [operator],
    sharing,
    trace,
  });
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
