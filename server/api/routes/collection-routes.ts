import * as z from 'zod';
import { renderValuePage } from '../../../client/server-entry.tsx';
import type { Column } from '../../../data/core/features/collection.ts';
import { CRS84, REFERENCE_SYSTEMS } from '../../../data/core/geo/reference-system.ts';
import type { DownloadEntry } from '../../../data/core/schema/release.ts';
import { apiHref, LICENCE_LINK, Link, linkHeader, representationLinks } from '../../links.ts';
import { jsonAnswer } from '../../middleware/answer.ts';
import type { Offer } from '../../middleware/negotiate.ts';
import { notFound } from '../../middleware/problem.ts';
import { entryOfPath } from '../../middleware/refusals.ts';
import { defineGet, HTML_OFFER, NO_QUERY, type Route } from '../../route.ts';
import type { LiveCollection } from '../collections/live-collection.ts';
import {
  collectionTrail,
  DOCUMENT_OFFERS,
  documentAnswer,
  documentContent,
  frameOf,
  pageAnswer,
} from '../html/json-document.ts';

const GREGORIAN = 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian';

/** Description of a collection (OGC API Features 7.14). */
export const CollectionDescription = z.strictObject({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  itemType: z.literal('feature'),
  extent: z.strictObject({
    spatial: z.strictObject({ bbox: z.array(z.array(z.number())), crs: z.string() }),
    temporal: z.strictObject({
      interval: z.array(z.array(z.string().nullable())),
      trs: z.string(),
    }),
  }),
  crs: z.array(z.string()),
  storageCrs: z.string(),
  links: z.array(Link),
});
export type CollectionDescription = z.infer<typeof CollectionDescription>;

/** Describes a collection with links to its items, properties and downloads. */
function describeCollection(
  collection: LiveCollection,
  origin: string,
  { downloads, tiles }: { downloads: readonly DownloadEntry[]; tiles: boolean },
): CollectionDescription {
  const { id, title, description, since, extents } = collection;
  const at = (path: string) => apiHref(origin, `/collections/${id}${path}`);
  return {
    id,
    title,
    description,
    itemType: 'feature',
    extent: {
      spatial: { bbox: extents.map((extent) => [...extent]), crs: CRS84 },
      temporal: {
        interval: [[since === undefined ? null : `${since}T00:00:00Z`, null]],
        trs: GREGORIAN,
      },
    },
    crs: REFERENCE_SYSTEMS.map(({ uri }) => uri),
    storageCrs: CRS84,
    links: [
      { href: at(''), rel: 'self', type: 'application/json', title },
      { href: at('?f=html'), rel: 'alternate', type: 'text/html', title: `${title} as a page` },
      {
        href: at('/items'),
        rel: 'items',
        type: 'application/geo+json',
        title: `${title} as GeoJSON`,
      },
      { href: at('/items?f=html'), rel: 'items', type: 'text/html', title: `${title} as HTML` },
      { href: at('/items?f=csv'), rel: 'items', type: 'text/csv', title: `${title} as CSV` },
      {
        href: at('/queryables'),
        rel: 'http://www.opengis.net/def/rel/ogc/1.0/queryables',
        type: 'application/schema+json',
        title: 'Properties to filter by',
      },
      {
        href: at('/schema'),
        rel: 'describedby',
        type: 'application/schema+json',
        title: 'Properties of the features',
      },
      ...(tiles
        ? [
            {
              href: at('/tiles'),
              rel: 'http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector',
              type: 'application/json',
              title: `${title} as vector tiles`,
            },
          ]
        : []),
      LICENCE_LINK,
      ...downloads
        .filter(({ subject }) => subject === id)
        .flatMap(({ name, hashedName, mediaType }) => [
          { href: `${origin}/downloads/${name}`, rel: 'enclosure', type: mediaType, title: name },
          {
            href: `${origin}/downloads/${hashedName}`,
            rel: 'enclosure',
            type: mediaType,
            title: `${name}: this content for good, to be kept by caches and asked for in parts`,
          },
        ]),
    ],
  };
}

/** Part of an `operationId` that names a collection: `operator-regions` is `OperatorRegions`. */
export function operationName(collectionId: string): string {
  return collectionId.replaceAll(/(^|-)(\w)/g, (_match, _dash, letter: string) =>
    letter.toUpperCase(),
  );
}

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

const SCHEMA_OFFER: Offer = {
  f: 'json',
  type: 'application/schema+json',
  answersTo: ['application/json'],
};

/** A JSON Schema document; its keywords are those of draft 2020-12. */
const PropertySchema = z.looseObject({
  title: z.string(),
  type: z.literal('object'),
  properties: z.record(z.string(), z.looseObject({})),
});

/** `/queryables` and `/schema` of a collection (OGC API Features part 3, clause 6). */
export function createPropertyRoutes(collection: LiveCollection): Route[] {
  const suffix = operationName(collection.id);
  const offers = [SCHEMA_OFFER, HTML_OFFER] as const;
  const describe = (name: 'queryables' | 'schema', summary: string): Route => {
    const path = `/collections/${collection.id}/${name}`;
    return defineGet({
      path,
      operationId: `get${suffix}${name === 'schema' ? 'Schema' : 'Queryables'}`,
      tag: 'OGC API Features',
      summary: `${collection.title}: ${summary}`,
      query: NO_QUERY,
      offers,
      answer: {
        description: 'JSON Schema of the properties',
        content: { 'application/schema+json': PropertySchema, 'text/html': undefined },
      },
      respond(request) {
        const schema = describeProperties(collection, apiHref(request.origin, path));
        if (request.f === 'json') return jsonAnswer(schema, SCHEMA_OFFER.type);
        const title = `${collection.title}: ${summary}`;
        const trail = collectionTrail(collection);
        const frame = frameOf(request, { title, trail, offers });
        return pageAnswer(renderValuePage(frame, schema.properties), request);
      },
    });
  };
  return [describe('queryables', 'properties to filter by'), describe('schema', 'properties')];
}

function describeProperties({ title, columns, geometryType }: LiveCollection, id: string) {
  const format = geometryType === 'Point' ? 'geometry-point' : 'geometry-multipolygon';
  const properties: Record<string, object> = {
    geometry: { format, 'x-ogc-role': 'primary-geometry' },
    id: { type: 'string', description: 'Id of the feature', 'x-ogc-role': 'id' },
  };
  for (const column of columns) properties[column.name] = describeColumn(column);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: id,
    title,
    type: 'object' as const,
    additionalProperties: false,
    properties,
  };
}

function describeColumn({ type, description, values, nullable }: Column): object {
  const name = type === 'date' ? 'string' : type;
  return {
    title: description,
    type: nullable ? [name, 'null'] : name,
    ...(type === 'date' && { format: 'date' }),
    ...(values !== undefined && { enum: nullable ? [...values, null] : values }),
  };
}
