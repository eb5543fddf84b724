import { LRUCache } from 'lru-cache';
import type { RawRequest, Route } from '../route.ts';
import type { Service } from '../service.ts';
import type { Answer, CommonHeaders } from './answer.ts';
import { CodedBody } from './content-coding.ts';
import { preferredOffer } from './negotiate.ts';
import { afterwards, type PreparedAnswer, prepareAnswer } from './send-answer.ts';

/** Answers by what they are a function of: address, query, representation and day. */
type AnswerCache = LRUCache<string, PreparedAnswer>;

/**
 * A cache bounded by number and by bytes; the answer unused for longest goes first, and one that would fill a quarter
 * of it is not kept at all. An answer counts three times its plain body: as much may come on top for each of two codings.
 */
export function createAnswerCache(limits: { maxEntries: number; maxBytes: number }): AnswerCache {
  return new LRUCache({
    max: limits.maxEntries,
    maxSize: limits.maxBytes,
    maxEntrySize: limits.maxBytes / 4,
    sizeCalculation: ({ body }) => Math.max(1, body.identity.length * 3),
  });
}

/** The answers of documented routes: those that cost more to compute than to keep are remembered. */
export interface RouteAnswers {
  /** The answer to a GET where it is at hand. */
  known(route: Route, request: KnownRequest): PreparedAnswer | undefined;
  get(route: Route, request: RawRequest): PreparedAnswer | Promise<PreparedAnswer>;
  post(route: Route, request: RawRequest): PreparedAnswer | Promise<PreparedAnswer>;
  /** Forgets what is kept. */
  letGo(): void;
}

/** What an answer that is kept is a function of, besides the day: whoever asks again gets the same bytes. */
type KnownRequest = Pick<RawRequest, 'origin' | 'path' | 'rawQuery' | 'accept'>;

const LONGEST_CACHED_KEY = 2_000;
const KEPT = { maxEntries: 4_000, maxBytes: 64 * 1024 * 1024 };

/** What a service answers; errors of the routes go through. */
export function createRouteAnswers(service: Service, headers: CommonHeaders): RouteAnswers {
  const cache = createAnswerCache(KEPT);
  const preparedOf = new WeakMap<Answer, PreparedAnswer>();
  const prepare = (answer: Answer): PreparedAnswer => prepareAnswer(answer, headers, 'Accept');
  const keyOf = (route: Route, { origin, path, rawQuery, accept }: KnownRequest): string => {
    const preferred = preferredOffer(route.offers, accept)?.f;
    return `${origin}${path}?${rawQuery} ${preferred} ${service.today()}`;
  };
  const prepareCached = (route: Route, unmarked: Answer): PreparedAnswer => {
    const answer = markDeprecation(route, unmarked);
    if (!(answer.body instanceof CodedBody)) return prepare(answer);
    const known = preparedOf.get(answer);
    if (known !== undefined) return known;
    const prepared = prepare(answer);
    preparedOf.set(answer, prepared);
    return prepared;
  };
  const known: RouteAnswers['known'] = (route, request) =>
    route.document.kept === false ? undefined : cache.get(keyOf(route, request));

  return {
    known,
    get(route, request) {
      // While this one waited, another may have asked for the same.
      const kept = known(route, request);
      if (kept !== undefined) return kept;
      const key = keyOf(route, request);
      return afterwards(route.handle(request, service), (answer) => {
        const prepared = prepareCached(route, answer);
        const isKept = route.document.kept !== false && prepared.status === 200;
        if (isKept && key.length <= LONGEST_CACHED_KEY) cache.set(key, prepared);
        return prepared;
      });
    },
    letGo: () => cache.clear(),
    post: (route, request) =>
      afterwards(route.handle(request, service), (answer) =>
        prepare({ ...markDeprecation(route, answer), lifetime: 'never' }),
      ),
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
