import * as z from 'zod';
import { Household } from '../../../data/core/schema/household.ts';
import type { Location } from '../../../data/core/schema/place.ts';
import { hrefWith } from '../../links.ts';
import { type Answer, answerOf, jsonAnswer } from '../../middleware/answer.ts';
import type { Offer } from '../../middleware/negotiate.ts';
import { badParameters, ProblemError } from '../../middleware/problem.ts';
import type { Receipts } from '../../receipts/receipts.ts';
import { digestOf, signedPart } from '../../receipts/receipts.ts';
import { defineGet, definePost, type Route, type RouteRequest, TEXT_OFFER } from '../../route.ts';
import type { Assessed, Service } from '../../service.ts';
import { DOCUMENT_OFFERS, documentAnswer, documentContent } from '../html/json-document.ts';
import { Eligibility, EXAMPLE_HOUSEHOLD, writeEligibility } from './eligibility-answer.ts';
import {
  assessHousehold,
  assessQuery,
  atRelease,
  ELIGIBILITY_OPTIONS,
  EligibilityQuery,
} from './eligibility-question.ts';

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
