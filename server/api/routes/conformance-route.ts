import * as z from 'zod';
import { alternatesOf, apiHref, representationLinks } from '../../links.ts';
import { jsonAnswer } from '../../middleware/answer.ts';
import { defineGet, HTML_OFFER, JSON_OFFER, NO_QUERY, type Route } from '../../route.ts';
import { documentPage, renderValue } from '../html/document-page.ts';

const FEATURES = 'http://www.opengis.net/spec/ogcapi-features';
const CQL2 = 'http://www.opengis.net/spec/cql2/1.0/conf';

/** Classes that the service keeps; only what a test shows is listed. */
const CONFORMANCE_CLASSES = [
  `${FEATURES}-1/1.0/conf/core`,
  `${FEATURES}-1/1.0/conf/geojson`,
  `${FEATURES}-1/1.0/conf/html`,
  `${FEATURES}-1/1.0/conf/oas30`,
  `${FEATURES}-3/1.0/conf/queryables`,
  `${FEATURES}-3/1.0/conf/queryables-query-parameters`,
  `${FEATURES}-3/1.0/conf/filter`,
  `${FEATURES}-3/1.0/conf/features-filter`,
  `${CQL2}/cql2-text`,
  `${CQL2}/basic-cql2`,
  `${CQL2}/advanced-comparison-operators`,
  `${CQL2}/case-insensitive-comparison`,
  `${CQL2}/basic-spatial-functions`,
] as const;

export const Conformance = z.strictObject({ conformsTo: z.array(z.url()) });

/** Declaration of conformance classes (OGC API Features 7.4). */
export function createConformanceRoute(): Route {
  const offers = [JSON_OFFER, HTML_OFFER] as const;
  return defineGet({
    path: '/conformance',
    operationId: 'getConformance',
    tag: 'OGC API Features',
    summary: 'Conformance classes',
    query: NO_QUERY,
    offers,
    answer: {
      description: 'Identifiers of the conformance classes that the service keeps',
      content: { 'application/json': Conformance, 'text/html': undefined },
      example: { conformsTo: [CONFORMANCE_CLASSES[0]] },
    },
    respond(request) {
      const conformance = { conformsTo: [...CONFORMANCE_CLASSES] };
      if (request.f === 'json') return jsonAnswer(conformance);
      return documentPage({
        title: 'Conformance classes',
        trail: [{ href: apiHref('', '/conformance'), title: 'Conformance' }],
        alternates: alternatesOf(representationLinks(request, offers)),
        content: renderValue(conformance),
      });
    },
  });
}
