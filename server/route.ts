import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { parseBody } from './api/json-body.ts';
import { parseQuery, type QuerySchema, wordParam } from './api/query-params.ts';
import type { Answer, CommonHeaders } from './middleware/answer.ts';
import { CodedBody } from './middleware/content-coding.ts';
import { chooseOffer, type Offer, preferredOffer } from './middleware/negotiate.ts';
import type { Making } from './middleware/pieces.ts';
import { MovedError, withQuery } from './middleware/refusals.ts';
import type { RequestParts } from './middleware/request-context.ts';
import { afterwards, type PreparedAnswer, prepareAnswer } from './middleware/send-answer.ts';
import type { Service } from './service.ts';

/** A request as far as routes look at it. */
export interface RouteRequest<Query> extends Making {
  readonly query: Query;
  /** Values of the `{names}` in the path. */
  readonly params: Readonly<Record<string, string>>;
  /** Chosen representation, as a value of `f`. */
  readonly f: string;
  /** `https://example.org`, for links. */
  readonly origin: string;
  readonly path: string;
  readonly rawQuery: string;
}

/** What an answer of a route looks like, for the API document. */
export interface AnswerDocument {
  /** 200 where absent. */
  readonly status?: number;
  readonly description: string;
  /** Schema per media type; `undefined` for text. */
  readonly content: Readonly<Record<string, z.ZodType | undefined>>;
  readonly example?: unknown;
}

/** What the API document says of a route. */
export interface RouteDocument {
  readonly method: 'get' | 'post';
  /** OpenAPI form, below the version: `/collections/{collectionId}`. */
  readonly path: string;
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly params?: Readonly<
    Record<string, { description: string; example: string; pattern?: string }>
  >;
  readonly query: QuerySchema;
  /** Query of a request that is answered, by parameter. */
  readonly example?: Readonly<Record<string, string>>;
  readonly body?: {
    readonly schema: z.ZodType;
    readonly maxBytes: number;
    readonly example: unknown;
  };
  readonly answer: AnswerDocument;
  /** Statuses that only this route has, besides those of every route. */
  readonly refusals?: Readonly<Record<number, string>>;
  /** False where an answer costs less to compute than to keep. */
  readonly kept?: boolean;
  /** Days in RFC 9745 and RFC 8594 form once the route is to go. */
  readonly deprecation?: { readonly since: string; readonly sunset: string };
}

/** A request before its query is read. */
export type RawRequest = RequestParts & Making;

/** A documented address and the function that answers it. */
export interface Route {
  readonly document: RouteDocument;
  readonly offers: readonly [Offer, ...Offer[]];
  handle(request: RawRequest, service: Service): Answer | Promise<Answer>;
}

interface GetSpec<Query extends QuerySchema>
  extends Omit<RouteDocument, 'method' | 'query' | 'body'> {
  /** Parameters besides `f`, which follows from what is offered. */
  readonly query: Query;
  readonly offers: readonly [Offer, ...Offer[]];
  /** Answers a request whose query was found right. */
  respond(request: RouteRequest<z.output<Query>>, service: Service): Answer | Promise<Answer>;
}

interface PostSpec<Query extends QuerySchema, Body extends z.ZodType>
  extends Omit<GetSpec<Query>, 'respond'> {
  readonly body: { readonly schema: Body; readonly maxBytes: number; readonly example: unknown };
  /** Answers a request whose query and body were found right. */
  respond(
    request: RouteRequest<z.output<Query>>,
    service: Service,
    body: z.output<Body>,
  ): Answer | Promise<Answer>;
}

/**
 * Ties a query schema and offers to the function that takes what they yield: what is documented is what is checked.
 * The schema is compiled: run as it is, the library's search for cycles took a third of all requests a second.
 */
export function defineGet<Query extends QuerySchema>(spec: GetSpec<Query>): Route {
  const { query, offers } = spec;
  const f = representationParam(offers);
  const compiled = z.compile(query);
  return {
    document: { ...spec, method: 'get', query: query.extend({ f }) },
    offers,
    handle: (request, service) => spec.respond(readRequest(compiled, f, offers, request), service),
  };
}

/** The same for a route that takes a JSON body. */
export function definePost<Query extends QuerySchema, Body extends z.ZodType>(
  spec: PostSpec<Query, Body>,
): Route {
  const { query, offers, body } = spec;
  const f = representationParam(offers);
  const compiled = { query: z.compile(query), body: z.compile(body.schema) };
  return {
    document: { ...spec, method: 'post', query: query.extend({ f }) },
    offers,
    handle(request, service) {
      const read = readRequest(compiled.query, f, offers, request);
      return spec.respond(read, service, parseBody(compiled.body, request.body));
    },
  };
}

/** The parameter `f`: one of the representations that are offered. */
function representationParam([first, ...others]: readonly [Offer, ...Offer[]]) {
  return wordParam([first.f, ...others.map(({ f }) => f)])
    .optional()
    .meta({ description: 'Representation' });
}

function readRequest<Query extends QuerySchema>(
  schema: Query,
  representation: z.ZodType<string | undefined>,
  offers: readonly [Offer, ...Offer[]],
  { rawQuery, accept, ...rest }: RawRequest,
): RouteRequest<z.output<Query>> {
  const { query, f } = parseOwnQuery(schema, representation, { path: rest.path, rawQuery });
  return { ...rest, rawQuery, query, f: chooseOffer(offers, accept, f).f };
}

/**
 * Reads a query as `parseQuery` does.
 *
 * @throws MovedError where it is right but for the letter case of ids.
 */
function parseOwnQuery<Query extends QuerySchema>(
  schema: Query,
  representation: z.ZodType<string | undefined>,
  { path, rawQuery }: Pick<RawRequest, 'path' | 'rawQuery'>,
) {
  try {
    return parseQuery(schema, representation, rawQuery);
  } catch (error) {
    const own = idsInOwnCase(rawQuery);
    if (own !== rawQuery) {
      parseQuery(schema, representation, own);
      throw new MovedError(withQuery(path, own));
    }
    throw error;
  }
}

/** The query with the ids of regions in capitals and those of operators in small letters, as they are. */
function idsInOwnCase(rawQuery: string): string {
  return rawQuery
    .replaceAll(
      /(?<=^|&)region=[^&]*/g,
      (text) => `region=${text.slice('region='.length).toUpperCase()}`,
    )
    .replaceAll(/(?<=^|&)operator=[^&]*/g, (text) => text.toLowerCase());
}

/** Query of an address that takes no parameter but `f`. */
export const NO_QUERY = z.strictObject({});

export const JSON_OFFER: Offer = { f: 'json', type: 'application/json' };
export const GEOJSON_OFFER: Offer = {
  f: 'json',
  type: 'application/geo+json',
  answersTo: ['application/json', 'application/vnd.geo+json'],
};
export const HTML_OFFER: Offer = {
  f: 'html',
  type: 'text/html; charset=utf-8',
  answersTo: ['application/xhtml+xml'],
};
export const CSV_OFFER: Offer = { f: 'csv', type: 'text/csv; charset=utf-8; header=present' };
export const TEXT_OFFER: Offer = { f: 'txt', type: 'text/plain; charset=utf-8' };

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
