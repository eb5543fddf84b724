import * as z from 'zod';
import { renderFeaturePage } from '../../../client/server-entry.tsx';
import { apiHref, hrefWith, Link, linkHeader, linkType, representationLinks } from '../../links.ts';
import { type Answer, answerOf, jsonAnswer } from '../../middleware/answer.ts';
import { Pieces } from '../../middleware/pieces.ts';
import { notFound } from '../../middleware/problem.ts';
import { entryOfPath } from '../../middleware/refusals.ts';
import {
  CSV_OFFER,
  defineGet,
  GEOJSON_OFFER,
  HTML_OFFER,
  type Route,
  type RouteRequest,
} from '../../route.ts';
import {
  columnSchema,
  itemsQuerySchema,
  PAGE_FEATURES,
  readSelection,
  type ViewQuery,
  viewOf,
  viewShape,
} from '../collections/items-query.ts';
import type { DayItems, LiveCollection } from '../collections/live-collection.ts';
import { type Page, selectItems } from '../collections/select-items.ts';
import { frameOf, pageAnswer } from '../html/json-document.ts';
import { operationName } from './collection-routes.ts';
import {
  featureAsLinkedData,
  featureHref,
  featurePieces,
  itemsPage,
  itemsTrail,
  JSON_LD_OFFER,
  LinkedData,
  linkedPage,
  pageCsv,
  pageJson,
} from './item-answers.ts';

const GeometrySchema = z
  .looseObject({ type: z.string() })
  .meta({ id: 'Geometry', description: 'Geometry in RFC 7946 form, longitude first' });

/** Schema of one feature of a collection. No column is promised: the parameter `properties` leaves out what it does not name. */
function featureSchema(collection: LiveCollection) {
  const properties = Object.fromEntries(
    collection.columns.map((column) => [column.name, columnSchema(column).optional()]),
  );
  return z.strictObject({
    type: z.literal('Feature'),
    id: z.string(),
    geometry: GeometrySchema.nullable(),
    properties: z
      .strictObject(properties)
      .meta({ description: 'All columns, or those alone that the parameter `properties` names' }),
    links: z.array(Link).optional(),
  });
}

const ITEM_OFFERS = [GEOJSON_OFFER, HTML_OFFER, CSV_OFFER, JSON_LD_OFFER] as const;
const FEATURE_OFFERS = [GEOJSON_OFFER, HTML_OFFER, JSON_LD_OFFER] as const;

/** `/collections/{id}/items` and `/items/{featureId}` of one collection (OGC API Features 7.15 and 7.16). */
export function createItemRoutes(collection: LiveCollection): Route[] {
  return [itemsRoute(collection), itemRoute(collection)];
}

function itemsRoute(collection: LiveCollection): Route {
  const featureCollection = z.strictObject({
    type: z.literal('FeatureCollection'),
    numberMatched: z.int(),
    numberReturned: z.int(),
    features: z.array(featureSchema(collection)),
    links: z.array(Link),
  });
  return defineGet({
    path: `/collections/${collection.id}/items`,
    operationId: `get${operationName(collection.id)}Items`,
    tag: 'OGC API Features',
    summary: `${collection.title}: features`,
    query: itemsQuerySchema(collection),
    offers: ITEM_OFFERS,
    answer: {
      description: 'One page of features; `next` leads to the following one',
      content: {
        'application/geo+json': featureCollection,
        'text/html': undefined,
        'text/csv': undefined,
        [JSON_LD_OFFER.type]: LinkedData,
      },
    },
    async respond(request, service) {
      const { giveWay } = request;
      const query = { ...request.query, limit: limitOf(request) };
      const { selection, asOf } = readSelection(query, collection, service.today());
      const day = await collection.prepare(asOf, giveWay);
      const page = await selectItems(day, selection, asOf, giveWay);
      const links = pageLinks(request, collection, page);
      const view = viewOf(request.query, collection);
      if (request.f === HTML_OFFER.f) return itemsPage(request, collection, page, view, links);
      const link = linkHeader(links);
      if (request.f === JSON_LD_OFFER.f) {
        const body = await Pieces.gather(linkedPage(request, collection, page, view), request);
        return answerOf(body, JSON_LD_OFFER.type, { link });
      }
      const isCsv = request.f === CSV_OFFER.f;
      const text = isCsv
        ? pageCsv(collection, page, view)
        : pageJson(collection, page, view, links);
      const headers = { link, 'content-crs': `<${view.system.uri}>` };
      const { type } = isCsv ? CSV_OFFER : GEOJSON_OFFER;
      return answerOf(await Pieces.gather(text, request), type, headers);
    },
  });
}

/** How many features are given at most: `next` leads to the others. */
function limitOf({ f, query }: RouteRequest<{ limit: number }>): number {
  return f === HTML_OFFER.f ? Math.min(query.limit, PAGE_FEATURES) : query.limit;
}

function itemRoute(collection: LiveCollection): Route {
  return defineGet({
    path: `/collections/${collection.id}/items/{featureId}`,
    operationId: `get${operationName(collection.id)}Item`,
    tag: 'OGC API Features',
    summary: `${collection.title}: one feature`,
    params: {
      featureId: { description: 'Id of the feature', example: collection.example },
    },
    query: z.strictObject(viewShape(collection)),
    offers: FEATURE_OFFERS,
    answer: {
      description: 'The feature',
      content: {
        'application/geo+json': featureSchema(collection),
        'text/html': undefined,
        [JSON_LD_OFFER.type]: LinkedData,
      },
    },
    refusals: { 404: 'There is no such feature' },
    async respond(request, service) {
      const day = await collection.prepare(request.query.asOf ?? service.today(), request.giveWay);
      return answerFeature(request, collection, day);
    },
  });
}

function answerFeature(
  request: RouteRequest<ViewQuery>,
  collection: LiveCollection,
  { byId }: DayItems,
): Answer | Promise<Answer> {
  const id = request.params.featureId ?? '';
  const item = entryOfPath(request, id, byId);
  if (item === undefined) throw notFound(`feature of ${collection.id}`, id, [], 'featureId');
  const links: Link[] = [
    ...representationLinks(request, FEATURE_OFFERS),
    {
      href: apiHref(request.origin, `/collections/${collection.id}`),
      rel: 'collection',
      type: 'application/json',
      title: collection.title,
    },
  ];
  if (request.f === 'html') {
    const title = `${collection.title}: ${id}`;
    const linkedData = featureAsLinkedData(
      item.feature,
      collection.columns,
      featureHref(request.origin, collection, id),
    );
    const frame = frameOf(request, { title, trail: itemsTrail(collection) }, links);
    return pageAnswer(renderFeaturePage({ ...frame, linkedData }, item.feature), request);
  }
  const view = viewOf(request.query, collection);
  if (request.f === JSON_LD_OFFER.f) {
    const href = featureHref(request.origin, collection, id);
    const value = featureAsLinkedData(item.feature, view.columns, href);
    return jsonAnswer(value, JSON_LD_OFFER.type, { link: linkHeader(links) });
  }
  const body = new Pieces([
    ...featurePieces(collection, item, view),
    `,"links":${JSON.stringify(links)}}`,
  ]);
  return answerOf(body, GEOJSON_OFFER.type, {
    link: linkHeader(links),
    'content-crs': `<${view.system.uri}>`,
  });
}

function pageLinks(
  request: RouteRequest<{ limit: number; offset: number }>,
  collection: LiveCollection,
  page: Page,
): Link[] {
  const { offset } = request.query;
  const limit = limitOf(request);
  const type = linkType(ITEM_OFFERS.find(({ f }) => f === request.f)?.type ?? GEOJSON_OFFER.type);
  const at = (to: number) => hrefWith(request, { limit: String(limit), offset: String(to) });
  const links = representationLinks(request, ITEM_OFFERS);
  // Whoever wants the number alone (`resulttype=hits`) is led to no page.
  if (page.items.length > 0 && offset + page.items.length < page.matched) {
    links.push({ href: at(offset + limit), rel: 'next', type, title: 'Next page' });
  }
  if (offset > 0) {
    links.push({
      href: at(Math.max(0, offset - limit)),
      rel: 'prev',
      type,
      title: 'Previous page',
    });
  }
  links.push({
    href: apiHref(request.origin, `/collections/${collection.id}`),
    rel: 'collection',
    type: 'application/json',
    title: collection.title,
  });
  return links;
}
