import * as z from 'zod';
import type { BoundarySource } from '../../../data/core/schema/region.ts';
import {
  API_TYPES,
  apiHref,
  LICENCE_LINK,
  Link,
  linkHeader,
  OPENAPI_30_TYPE,
  OPENAPI_31_TYPE,
  OPENAPI_YAML_TYPE,
  representationLinks,
} from '../../links.ts';
import { defineGet, NO_QUERY, type Route } from '../../route.ts';
import { DOCUMENT_OFFERS, documentAnswer, documentContent } from '../html/json-document.ts';

function boundariesBy(source: BoundarySource | undefined): string {
  return source === undefined ? 'Natural Earth' : `${source.attribution} (${source.licence})`;
}

/** Landing page (OGC API Features 7.2). */
export const LandingPage = z.strictObject({
  title: z.string(),
  description: z.string(),
  attribution: z.string(),
  datasetHash: z.string(),
  datasetVersion: z.string(),
  links: z.array(Link),
});

/** The way in: what the service is and where everything else stands. */
export function createLandingRoute({ tiles }: { tiles: boolean }): Route {
  return defineGet({
    path: '/',
    operationId: 'getLandingPage',
    tag: 'OGC API Features',
    summary: 'Landing page',
    query: NO_QUERY,
    offers: DOCUMENT_OFFERS,
    answer: {
      description: 'Links to everything the service offers',
      content: documentContent(LandingPage),
    },
    respond(request, { dataset }) {
      const links = [
        ...representationLinks(request, DOCUMENT_OFFERS),
        ...linksFrom(request.origin, tiles),
      ];
      const landing = {
        title: 'Family eSIM Map API',
        description:
          'Whether a family in Russia can share one mobile plan with eSIMs, per region and operator, as a verdict with its evidence.',
        attribution: `Boundaries: ${boundariesBy(dataset.boundarySource)}. Settlements: GeoNames (CC BY 4.0). Facts: CC BY 4.0, each with its source.`,
        datasetHash: dataset.hash,
        datasetVersion: dataset.version,
        links,
      };
      const page = { title: landing.title, trail: [] };
      return documentAnswer(request, page, landing, { link: linkHeader(links) });
    },
  });
}

/** Where everything else stands; `service-desc`, `conformance` and `data` are what OGC clients follow. */
function linksFrom(origin: string, tiles: boolean): Link[] {
  return [
    {
      href: apiHref(origin, '/api'),
      rel: 'service-desc',
      type: OPENAPI_30_TYPE,
      title: 'API description (OpenAPI 3.0)',
    },
    {
      href: apiHref(origin, '/api?f=openapi3.1'),
      rel: 'service-desc',
      type: OPENAPI_31_TYPE,
      title: 'API description (OpenAPI 3.1)',
    },
    {
      href: apiHref(origin, '/api?f=yaml'),
      rel: 'service-desc',
      type: OPENAPI_YAML_TYPE,
      title: 'API description (OpenAPI 3.0, YAML)',
    },
    {
      href: apiHref(origin, '/api?f=html'),
      rel: 'service-doc',
      type: 'text/html',
      title: 'API reference',
    },
    {
      href: `${origin}${API_TYPES}`,
      rel: 'related',
      type: 'text/plain',
      title: 'Types of the API for TypeScript',
    },
    {
      href: apiHref(origin, '/conformance'),
      rel: 'conformance',
      type: 'application/json',
      title: 'Conformance classes',
    },
    {
      href: apiHref(origin, '/collections'),
      rel: 'data',
      type: 'application/json',
      title: 'Collections',
    },
    ...(tiles
      ? [
          {
            href: apiHref(origin, '/tileMatrixSets'),
            rel: 'http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes',
            type: 'application/json',
            title: 'Pyramids of vector tiles',
          },
        ]
      : []),
    {
      href: apiHref(origin, '/dataset'),
      rel: 'describedby',
      type: 'application/json',
      title: 'Data set: hash, version, licence',
    },
    {
      href: `${origin}/downloads/index.json`,
      rel: 'enclosure',
      type: 'application/json',
      title: 'Downloads',
    },
    LICENCE_LINK,
  ];
}

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
