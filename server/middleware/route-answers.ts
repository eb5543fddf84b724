import type { RawRequest, Route } from '../route.ts';
import type { Service } from '../service.ts';
import { type Answer, createAnswerCache } from './answer.ts';
import type { CommonHeaders } from './common-headers.ts';
import { CodedBody } from './content-coding.ts';
import { preferredOffer } from './negotiate.ts';
import { type PreparedAnswer, prepareAnswer } from './send-answer.ts';

/** The answers of documented routes: those that cost more to compute than to keep are remembered. */
export interface RouteAnswers {
  get(route: Route, request: RawRequest): PreparedAnswer;
  post(route: Route, request: RawRequest): PreparedAnswer;
}

const LONGEST_CACHED_KEY = 2_000;
const KEPT = { maxEntries: 4_000, maxBytes: 128 * 1024 * 1024 };

/** What a service answers; errors of the routes go through. */
export function createRouteAnswers(service: Service, headers: CommonHeaders): RouteAnswers {
  const cache = createAnswerCache(KEPT);
  const preparedOf = new WeakMap<Answer, PreparedAnswer>();
  const prepare = (answer: Answer): PreparedAnswer => prepareAnswer(answer, headers, 'Accept');
  const answerTo = (route: Route, request: RawRequest): PreparedAnswer => {
    const answer = markDeprecation(route, route.handle(request, service));
    if (!(answer.body instanceof CodedBody)) return prepare(answer);
    const known = preparedOf.get(answer);
    if (known !== undefined) return known;
    const prepared = prepare(answer);
    preparedOf.set(answer, prepared);
    return prepared;
  };

  return {
    get(route, request) {
      if (route.document.kept === false) return answerTo(route, request);
      // An answer is a function of the address, the representation and the day: whoever asks again gets the same bytes.
      const { origin, path, rawQuery, accept } = request;
      const preferred = preferredOffer(route.offers, accept)?.f;
      const key = `${origin}${path}?${rawQuery} ${preferred} ${service.today()}`;
      const known = cache.get(key);
      if (known !== undefined) return known;
      const prepared = answerTo(route, request);
      if (prepared.status === 200 && key.length <= LONGEST_CACHED_KEY) cache.set(key, prepared);
      return prepared;
    },
    post: (route, request) =>
      prepare({ ...markDeprecation(route, route.handle(request, service)), lifetime: 'never' }),
  };
}

/** Adds `Deprecation` (RFC 9745) and `Sunset` (RFC 8594) to the answers of a route that is to go. */
function markDeprecation(route: Route, answer: Answer): Answer {
  const { deprecation } = route.document;
  if (deprecation === undefined) return answer;
  const headers = {
    ...answer.headers,
    deprecation: `@${Date.parse(deprecation.since) / 1_000}`,
    sunset: new Date(deprecation.sunset).toUTCString(),
  };
  return { ...answer, headers };
}
