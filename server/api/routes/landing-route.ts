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
