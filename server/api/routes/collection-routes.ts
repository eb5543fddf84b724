import * as z from 'zod';
import { Link, linkHeader, representationLinks } from '../../links.ts';
import { entryOfPath } from '../../middleware/moved.ts';
import { notFound } from '../../middleware/problem.ts';
import { defineGet, NO_QUERY, type Route } from '../../route.ts';
import type { LiveCollection } from '../collections/live-collection.ts';
import {
  collectionTrail,
  DOCUMENT_OFFERS,
  documentAnswer,
  documentContent,
} from '../html/json-document.ts';
import { CollectionDescription, describeCollection } from './describe-collection.ts';

export const Collections = z.strictObject({
  links: z.array(Link),
  collections: z.array(CollectionDescription),
});

/** `/collections` and `/collections/{collectionId}` (OGC API Features 7.13 and 7.14). */
export function createCollectionRoutes(
  collections: readonly LiveCollection[],
  offered: { tiles: boolean },
): Route[] {
  return [listRoute(collections, offered), oneRoute(collections, offered)];
}

function listRoute(collections: readonly LiveCollection[], offered: { tiles: boolean }): Route {
  return defineGet({
    path: '/collections',
    operationId: 'getCollections',
    tag: 'OGC API Features',
    summary: 'The collections of features',
    query: NO_QUERY,
    offers: DOCUMENT_OFFERS,
    answer: {
      description: 'Each collection with extent and links',
      content: documentContent(Collections),
    },
    respond(request, { downloads }) {
      const links = representationLinks(request, DOCUMENT_OFFERS);
      const body = {
        links,
        collections: collections.map((each) =>
          describeCollection(each, request.origin, { ...offered, downloads }),
        ),
      };
      return documentAnswer(request, { title: 'Collections' }, body, { link: linkHeader(links) });
    },
  });
}

function oneRoute(collections: readonly LiveCollection[], offered: { tiles: boolean }): Route {
  const ids = collections.map(({ id }) => id);
  const byId = new Map(collections.map((collection) => [collection.id, collection]));
  return defineGet({
    path: '/collections/{collectionId}',
    operationId: 'getCollection',
    tag: 'OGC API Features',
    summary: 'One collection',
    params: { collectionId: { description: `One of ${ids.join(', ')}`, example: 'regions' } },
    query: NO_QUERY,
    offers: DOCUMENT_OFFERS,
    answer: {
      description: 'The collection with extent and links',
      content: documentContent(CollectionDescription),
    },
    refusals: { 404: 'There is no such collection' },
    respond(request, { downloads }) {
      const wanted = request.params.collectionId ?? '';
      const collection = entryOfPath(request, wanted, byId);
      if (collection === undefined) throw notFound('collection', wanted, ids, 'collectionId');
      const body = describeCollection(collection, request.origin, { ...offered, downloads });
      const page = { title: collection.title, trail: collectionTrail(collection) };
      return documentAnswer(request, page, body, { link: linkHeader(body.links) });
    },
  });
}
