import * as z from 'zod';
import { alternatesOf, apiHref, Link, linkHeader, representationLinks } from '../../links.ts';
import { jsonAnswer } from '../../middleware/answer.ts';
import { notFound } from '../../middleware/problem.ts';
import { defineGet, HTML_OFFER, JSON_OFFER, NO_QUERY, type Route } from '../../route.ts';
import type { LiveCollection } from '../collections/live-collection.ts';
import { documentPage, renderValue } from '../html/document-page.ts';
import { CollectionDescription, describeCollection } from './describe-collection.ts';

export const Collections = z.strictObject({
  links: z.array(Link),
  collections: z.array(CollectionDescription),
});

const OFFERS = [JSON_OFFER, HTML_OFFER] as const;

/** `/collections` and `/collections/{collectionId}` (OGC API Features 7.13 and 7.14). */
export function createCollectionRoutes(collections: readonly LiveCollection[]): Route[] {
  return [listRoute(collections), oneRoute(collections)];
}

function listRoute(collections: readonly LiveCollection[]): Route {
  return defineGet({
    path: '/collections',
    operationId: 'getCollections',
    tag: 'OGC API Features',
    summary: 'The collections of features',
    query: NO_QUERY,
    offers: OFFERS,
    answer: {
      description: 'Each collection with extent and links',
      content: { 'application/json': Collections, 'text/html': undefined },
    },
    respond(request, { downloads }) {
      const links = representationLinks(request, OFFERS);
      const body = {
        links,
        collections: collections.map((each) => describeCollection(each, request.origin, downloads)),
      };
      if (request.f === 'json') return jsonAnswer(body, undefined, { link: linkHeader(links) });
      return documentPage({
        title: 'Collections',
        trail: [{ href: apiHref('', '/collections'), title: 'Collections' }],
        alternates: alternatesOf(links),
        content: renderValue(body.collections),
      });
    },
  });
}

function oneRoute(collections: readonly LiveCollection[]): Route {
  const ids = collections.map(({ id }) => id);
  return defineGet({
    path: '/collections/{collectionId}',
    operationId: 'getCollection',
    tag: 'OGC API Features',
    summary: 'One collection',
    params: { collectionId: { description: `One of ${ids.join(', ')}`, example: 'regions' } },
    query: NO_QUERY,
    offers: OFFERS,
    answer: {
      description: 'The collection with extent and links',
      content: { 'application/json': CollectionDescription, 'text/html': undefined },
    },
    refusals: { 404: 'There is no such collection' },
    respond(request, { downloads }) {
      const wanted = request.params.collectionId ?? '';
      const collection = collections.find(({ id }) => id === wanted);
      if (collection === undefined) throw notFound('collection', wanted, ids, 'collectionId');
      const body = describeCollection(collection, request.origin, downloads);
      if (request.f === 'json')
        return jsonAnswer(body, undefined, { link: linkHeader(body.links) });
      return documentPage({
        title: collection.title,
        trail: [
          { href: apiHref('', '/collections'), title: 'Collections' },
          { href: apiHref('', `/collections/${collection.id}`), title: collection.title },
        ],
        alternates: alternatesOf(representationLinks(request, OFFERS)),
        content: renderValue(body),
      });
    },
  });
}
