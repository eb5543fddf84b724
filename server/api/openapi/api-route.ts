import * as z from 'zod';
import { OPENAPI_30_TYPE, OPENAPI_31_TYPE } from '../../links.ts';
import { jsonAnswer } from '../../middleware/answer.ts';
import type { Offer } from '../../middleware/negotiate.ts';
import { defineGet, HTML_OFFER, NO_QUERY, type Route, type RouteDocument } from '../../route.ts';
import { createOpenApiDocument } from './create-document.ts';
import { referencePage } from './reference-page.ts';

const OPENAPI_30: Offer = {
  f: 'json',
  type: OPENAPI_30_TYPE,
  answersTo: ['application/vnd.oai.openapi+json', 'application/json'],
};
const OPENAPI_31: Offer = { f: 'openapi3.1', type: OPENAPI_31_TYPE };

/** `/api`: the description of all routes, its own among them, and of `others`, which are not answered from the data. */
export function createApiRoute(routes: readonly Route[], others: readonly RouteDocument[]): Route {
  const own: Route = defineGet({
    path: '/api',
    operationId: 'getApi',
    tag: 'OGC API Features',
    summary: 'Description of this API',
    query: NO_QUERY,
    offers: [OPENAPI_30, HTML_OFFER, OPENAPI_31],
    answer: {
      description:
        'OpenAPI 3.0, OpenAPI 3.1 with `f=openapi3.1`, or a reference to read with `f=html`',
      content: {
        [OPENAPI_30_TYPE]: z.looseObject({ openapi: z.string() }),
        [OPENAPI_31_TYPE]: z.looseObject({ openapi: z.string() }),
        'text/html': undefined,
      },
    },
    respond({ f, origin }) {
      const documents = [...[...routes, own].map(({ document }) => document), ...others];
      const version = f === 'openapi3.1' ? '3.1' : '3.0';
      const document = createOpenApiDocument(documents, {
        version,
        origin,
      });
      if (f === 'html') return referencePage(documents, document, origin);
      return jsonAnswer(document, version === '3.1' ? OPENAPI_31_TYPE : OPENAPI_30_TYPE);
    },
  });
  return own;
}
