import * as z from 'zod';
import { defineGet, NO_QUERY, type Route } from '../../route.ts';
import { DOCUMENT_OFFERS, documentAnswer, documentContent } from '../html/json-document.ts';

const FEATURES = 'http://www.opengis.net/spec/ogcapi-features';
const CQL2 = 'http://www.opengis.net/spec/cql2/1.0/conf';

/**
 * Classes that the service keeps; only what a test shows is listed. Of CQL2 two are left out: `array-functions`, since no
 * column is a list (lists stand in one cell, parted by semicolons), and `functions`, since nobody has asked what the
 * standard's own predicates, folding and arithmetic do not answer.
 */
const CONFORMANCE_CLASSES = [
  `${FEATURES}-1/1.0/conf/core`,
  `${FEATURES}-1/1.0/conf/geojson`,
  `${FEATURES}-1/1.0/conf/html`,
  `${FEATURES}-1/1.0/conf/oas30`,
  `${FEATURES}-2/1.0/conf/crs`,
  `${FEATURES}-3/1.0/conf/queryables`,
  `${FEATURES}-3/1.0/conf/queryables-query-parameters`,
  `${FEATURES}-3/1.0/conf/filter`,
  `${FEATURES}-3/1.0/conf/features-filter`,
  `${CQL2}/cql2-text`,
  `${CQL2}/basic-cql2`,
  `${CQL2}/advanced-comparison-operators`,
  `${CQL2}/case-insensitive-comparison`,
  `${CQL2}/cql2-json`,
  `${CQL2}/accent-insensitive-comparison`,
  `${CQL2}/basic-spatial-functions`,
  `${CQL2}/basic-spatial-functions-plus`,
  `${CQL2}/spatial-functions`,
  `${CQL2}/temporal-functions`,
  `${CQL2}/property-property`,
  `${CQL2}/arithmetic`,
] as const;

const TILE_CLASSES = [
  'http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt',
] as const;

export const Conformance = z.strictObject({ conformsTo: z.array(z.url()) });

/** Declaration of conformance classes (OGC API Features 7.4). */
export function createConformanceRoute({ tiles }: { tiles: boolean }): Route {
  return defineGet({
    path: '/conformance',
    operationId: 'getConformance',
    tag: 'OGC API Features',
    summary: 'Conformance classes',
    query: NO_QUERY,
    offers: DOCUMENT_OFFERS,
    answer: {
      description: 'Identifiers of the conformance classes that the service keeps',
      content: documentContent(Conformance),
      example: { conformsTo: [CONFORMANCE_CLASSES[0]] },
    },
    respond(request) {
      const conformance = { conformsTo: [...CONFORMANCE_CLASSES, ...(tiles ? TILE_CLASSES : [])] };
      return documentAnswer(request, { title: 'Conformance classes' }, conformance);
    },
  });
}
