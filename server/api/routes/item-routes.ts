import type { Geometry } from 'geojson';
import * as z from 'zod';
import { renderFeaturePage, renderItemsPage } from '../../../client/server-entry.tsx';
import { type FlatFeature, tableOf } from '../../../data/core/features/collection.ts';
import { csvHeader, csvRows } from '../../../data/core/formats/csv.ts';
import { CRS84, geometryIn } from '../../../data/core/geo/reference-system.ts';
import { apiHref, hrefWith, Link, linkHeader, linkType, representationLinks } from '../../links.ts';
import { type Answer, answerOf, jsonAnswer } from '../../middleware/answer.ts';
import { entryOfPath } from '../../middleware/moved.ts';
import { type Piece, Pieces } from '../../middleware/pieces.ts';
import { notFound } from '../../middleware/problem.ts';
import {
  CSV_OFFER,
  defineGet,
  GEOJSON_OFFER,
  HTML_OFFER,
  type Route,
  type RouteRequest,
} from '../../route.ts';
import { columnSchema } from '../collections/column-schema.ts';
import { headOf, type Item } from '../collections/item.ts';
import {
  itemsQuerySchema,
  PAGE_FEATURES,
  readSelection,
  type View,
  type ViewQuery,
  viewOf,
  viewShape,
} from '../collections/items-query.ts';
import {
  featureAsLinkedData,
  JSON_LD_OFFER,
  LinkedData,
  pageAsLinkedData,
} from '../collections/linked-data.ts';
import type { DayItems, LiveCollection } from '../collections/live-collection.ts';
import { type Page, selectItems } from '../collections/select-items.ts';
import { collectionTrail, frameOf, pageAnswer } from '../html/json-document.ts';
import { operationName } from './describe-collection.ts';

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

/**
 * A page as GeoJSON: what never changes is written once and shared by all pages. It has no `timeStamp` (OGC API Features
 * 7.16, which leaves it open): an answer is a function of data, query and day, and the field `Date` tells when it was sent.
 */
function* pageJson(
  collection: LiveCollection,
  { items, matched }: Page,
  view: View,
  links: readonly Link[],
): Iterable<string | Piece> {
  const head = `"numberMatched":${matched},"numberReturned":${items.length}`;
  yield `{"type":"FeatureCollection",${head},"features":[`;
  for (const [index, item] of items.entries()) {
    if (index > 0) yield ',';
    yield* featurePieces(collection, item, view);
    yield '}';
  }
  yield `],"links":${JSON.stringify(links)}}`;
}

/** A feature as GeoJSON, without its closing brace. */
function featurePieces(
  collection: LiveCollection,
  item: Item,
  { system, columns, skipGeometry }: View,
): readonly (string | Piece)[] {
  const isWhole = columns === collection.columns && !skipGeometry;
  if (isWhole && system.uri === CRS84) return item.json;
  const { feature } = item;
  const properties = Object.fromEntries(
    columns.map(({ name }) => [name, feature.properties[name] ?? null]),
  );
  return [
    headOf(feature),
    skipGeometry ? 'null' : collection.geometryJson(system, feature),
    `,"properties":${JSON.stringify(properties)}`,
  ];
}

/** Rows that are written in one stretch. */
const CSV_ROWS = 50;

/** A page as rows; points have their coordinates in the system of the view. */
function* pageCsv(
  collection: LiveCollection,
  { items }: Page,
  { system, columns, skipGeometry }: View,
): Iterable<string> {
  const geometryType = skipGeometry ? 'MultiPolygon' : collection.geometryType;
  const tableWith = (features: readonly FlatFeature[]) =>
    tableOf({ ...collection, geometryType, columns, features }, system.axes);
  yield csvHeader(tableWith([]).columns);
  for (let start = 0; start < items.length; start += CSV_ROWS) {
    const features = items.slice(start, start + CSV_ROWS).map(({ feature }) => ({
      ...feature,
      geometry: geometryType === 'Point' ? geometryIn(system, feature.geometry) : NO_COORDINATES,
    }));
    yield csvRows(tableWith(features).rows);
  }
}

/** Stands for geometries that no cell has a place for. */
const NO_COORDINATES: Geometry = { type: 'MultiPolygon', coordinates: [] };

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

function itemsPage(
  request: RouteRequest<unknown>,
  collection: LiveCollection,
  { items, matched, asOf }: Page,
  { columns }: View,
  links: readonly Link[],
): Promise<Answer> {
  const { id, title } = collection;
  const frame = frameOf(request, { title, trail: itemsTrail(collection) }, links);
  const html = renderItemsPage(frame, {
    columns,
    features: items.map(({ feature }) => feature),
    matched,
    asOf,
    paging: links
      .filter(({ rel }) => rel === 'prev' || rel === 'next')
      .map(({ rel, href, title = rel }) => ({ rel, href, title })),
    hrefOf: (featureId) => `${apiHref('', `/collections/${id}/items/${featureId}`)}?f=html`,
  });
  return pageAnswer(html, request);
}

/** A page as JSON-LD; its coordinates are in degrees, as the words of schema.org have them. */
function linkedPage(
  { origin, path }: RouteRequest<unknown>,
  collection: LiveCollection,
  { items, matched }: Page,
  { columns }: View,
): Iterable<string> {
  return pageAsLinkedData(featuresOf(items), columns, {
    title: collection.title,
    href: `${origin}${path}`,
    matched,
    hrefOf: (id) => featureHref(origin, collection, id),
  });
}

/** One after the other: those of a day are made when they are first looked at. */
function* featuresOf(items: readonly Item[]): Iterable<FlatFeature> {
  for (const { feature } of items) yield feature;
}

function featureHref(origin: string, collection: LiveCollection, id: string): string {
  return apiHref(origin, `/collections/${collection.id}/items/${id}`);
}

function itemsTrail(collection: LiveCollection) {
  const href = `${apiHref('', `/collections/${collection.id}/items`)}?f=html`;
  return [...collectionTrail(collection), { href, title: 'Features' }];
}
