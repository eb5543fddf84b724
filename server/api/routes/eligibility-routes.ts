import * as z from 'zod';
import { lastReportOf, reportAgeDays } from '../../../data/core/eligibility/claims/restrictions.ts';
import { Assessment } from '../../../data/core/schema/assessment.ts';
import { Source } from '../../../data/core/schema/claim.ts';
import { DatasetClaim, DatasetRestriction } from '../../../data/core/schema/dataset.ts';
import { IsoDate } from '../../../data/core/schema/dates.ts';
import { Household } from '../../../data/core/schema/household.ts';
import { Slug } from '../../../data/core/schema/ids.ts';
import { Location } from '../../../data/core/schema/region.ts';
import { hrefWith } from '../../links.ts';
import { type Answer, answerOf, jsonAnswer } from '../../middleware/answer.ts';
import type { Offer } from '../../middleware/negotiate.ts';
import { badParameters, ProblemError } from '../../middleware/problem.ts';
import { digestOf, type Receipts, signedPart } from '../../receipts/receipts.ts';
import { defineGet, definePost, type Route, type RouteRequest, TEXT_OFFER } from '../../route.ts';
import type { Assessed, Service } from '../../service.ts';
import { DOCUMENT_OFFERS, documentAnswer, documentContent } from '../html/json-document.ts';
import {
  assessHousehold,
  assessQuery,
  atRelease,
  ELIGIBILITY_OPTIONS,
  EligibilityQuery,
} from './eligibility-question.ts';

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

/** A household of 20 people with 40 lines takes less than a tenth of it. */
const MAX_HOUSEHOLD_BYTES = 64 * 1024;

const ANSWER = {
  description:
    'The verdict per operator with axes, conditions, evidence, restrictions, steps and changes',
  content: { ...documentContent(Eligibility), 'text/plain': undefined },
};

const OFFERS: readonly [Offer, ...Offer[]] = [...DOCUMENT_OFFERS, TEXT_OFFER];

/** A receipt alone, short enough for a QR code (RFC 7515 9.2.1). */
const RECEIPT_OFFER: Offer = { f: 'jose', type: 'application/jose' };

const GET_OFFERS: readonly [Offer, ...Offer[]] = [...OFFERS, RECEIPT_OFFER];

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
    offers: GET_OFFERS,
    answer: {
      description: `${ANSWER.description}; with \`f=jose\` a signed receipt alone, with the verdict and the SHA-256 of the answer`,
      content: { ...ANSWER.content, [RECEIPT_OFFER.type]: undefined },
    },
    refusals: {
      404: 'There is no such region, operator or release, or the point lies outside the mapped regions',
    },
    async respond(request, newest) {
      const { query } = request;
      const service = atRelease(newest, query.release);
      const { answers, location } = await assessQuery(service, query, request);
      const { asOf } = answers[0].assessment;
      if (request.f === RECEIPT_OFFER.f && !query.receipt) {
        const full = await answer({ ...request, f: 'json' }, service, answers, location);
        const receipt = await signed(full, request, asOf, service, digestOf);
        return answerOf(receipt, RECEIPT_OFFER.type);
      }
      const answered = await answer(request, service, answers, location);
      return query.receipt ? withReceipt(answered, request, asOf, service) : answered;
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
    async respond(request, newest, household) {
      const service = atRelease(newest, request.query.release);
      const assessed = await assessHousehold(service, household, request.query, request);
      return answer(request, service, [assessed]);
    },
  });
  return [simple, full];

  /** The answer with what proves it. */
  async function withReceipt(
    answered: Answer,
    request: RouteRequest<EligibilityQuery>,
    asOf: string,
    service: Service,
  ): Promise<Answer> {
    if (request.f !== 'json') {
      throw badParameters([
        { parameter: 'receipt', value: 'true', detail: 'is given with f=json only' },
      ]);
    }
    const receipt = await signed(answered, request, asOf, service, (answer) => ({ answer }));
    return jsonAnswer({ ...plainOf(answered), receipt });
  }

  /** A receipt that says `what` of an answer; its question names the day, so that it can be asked again later. */
  function signed(
    answered: Answer,
    { origin, path, rawQuery }: RouteRequest<EligibilityQuery>,
    asOf: string,
    { dataset }: Service,
    what: (
      answer: Record<string, unknown>,
    ) => { answer: Record<string, unknown> } | ReturnType<typeof digestOf>,
  ): Promise<string> {
    if (receipts === undefined) throw new ProblemError(503, 'this service signs no receipts');
    const changes = { receipt: undefined, f: undefined, asOf };
    return receipts.sign({
      issuer: origin,
      question: hrefWith({ origin: '', path, rawQuery }, changes),
      asOf,
      datasetHash: dataset.hash,
      ...what(signedPart(plainOf(answered))),
    });
  }
}

/** The document of an answer in JSON. */
function plainOf({ body }: Answer): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(z.string().parse(body)));
}

function answer(
  request: RouteRequest<z.output<typeof PostQuery>>,
  service: Service,
  answers: readonly [Assessed, ...Assessed[]],
  location?: Location,
): Answer | Promise<Answer> {
  if (request.f !== TEXT_OFFER.f) {
    const page = { title: 'Can a family share one plan with eSIMs here?', offers: OFFERS };
    const [first, ...others] = answers;
    const assessments = others.map(({ assessment }) => assessment);
    const written = writeEligibility(service, [first.assessment, ...assessments], location);
    return documentAnswer(request, page, written);
  }
  const language = request.query.lang ?? 'ru';
  const texts = answers.map((assessed) => service.plainText(assessed, language, request.origin));
  return answerOf(`${texts.join('\n\n').trimEnd()}\n`, TEXT_OFFER.type, {
    'content-language': language,
  });
}

/** Puts assessments together with what they refer to; the first is the answer, the others its alternatives. */
function writeEligibility(
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
