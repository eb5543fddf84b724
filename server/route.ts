import * as z from 'zod';
import type { Answer } from './http/answer.ts';
import { chooseOffer, type Offer } from './negotiate.ts';
import { parseQuery, type QuerySchema, wordParam } from './query-params.ts';
import type { Service } from './service.ts';

/** A request as far as routes look at it. */
export interface RouteRequest<Query> {
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
  readonly params?: Readonly<Record<string, { description: string; example: string }>>;
  readonly query: QuerySchema;
  readonly body?: {
    readonly schema: z.ZodType;
    readonly maxBytes: number;
    readonly example: unknown;
  };
  readonly answer: AnswerDocument;
  /** Statuses that only this route has, besides 400, 406, 429 and 500. */
  readonly refusals?: Readonly<Record<number, string>>;
  /** False where an answer costs less to compute than to keep. */
  readonly kept?: boolean;
  /** Days in RFC 9745 and RFC 8594 form once the route is to go. */
  readonly deprecation?: { readonly since: string; readonly sunset: string };
}

/** A request before its query is read. */
export interface RawRequest extends Omit<RouteRequest<unknown>, 'query' | 'f'> {
  readonly accept: string | undefined;
  readonly body: unknown;
}

/** A documented address and the function that answers it. */
export interface Route {
  readonly document: RouteDocument;
  readonly offers: readonly Offer[];
  handle(request: RawRequest, service: Service): Answer;
}

interface RouteSpec<Query extends QuerySchema> extends RouteDocument {
  readonly query: Query;
  readonly offers: readonly [Offer, ...Offer[]];
  /** Answers a request whose query was found right; `body` is the parsed JSON, not yet checked. */
  respond(request: RouteRequest<z.output<Query>>, service: Service, body: unknown): Answer;
}

/** Ties a query schema to the function that takes what it yields: what is documented is what is checked. */
export function defineRoute<Query extends QuerySchema>(spec: RouteSpec<Query>): Route {
  return {
    document: spec,
    offers: spec.offers,
    handle(request, service) {
      const query = parseQuery(spec.query, request.rawQuery);
      const f = 'f' in query && typeof query.f === 'string' ? query.f : undefined;
      const offer = chooseOffer(spec.offers, request.accept, f);
      const { params, origin, path, rawQuery } = request;
      return spec.respond(
        { query, params, f: offer.f, origin, path, rawQuery },
        service,
        request.body,
      );
    },
  };
}

/** Query of an address that answers in JSON and takes no other parameter. */
export const JSON_QUERY = z.strictObject({ f: wordParam(['json']).optional() });
/** Query of an address that answers in JSON or as a page and takes no other parameter. */
export const PAGE_QUERY = z.strictObject({ f: wordParam(['json', 'html']).optional() });

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
