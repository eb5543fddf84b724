import * as z from 'zod';
import { tableOf } from '../../../data/core/features/collection.ts';
import { writeCsv } from '../../../data/core/formats/csv.ts';
import { apiHref, hrefWith, Link, linkHeader, representationLinks } from '../../links.ts';
import { type Answer, answerOf } from '../../middleware/answer.ts';
import type { GiveWay } from '../../middleware/fair-queue.ts';
import { notFound } from '../../middleware/problem.ts';
import {
  CSV_OFFER,
  defineGet,
  GEOJSON_OFFER,
  HTML_OFFER,
  type Route,
  type RouteRequest,
} from '../../route.ts';
import type { Service } from '../../service.ts';
import { columnSchema } from '../collections/column-schema.ts';
import { itemsQuerySchema, readSelection } from '../collections/items-query.ts';
import { featureJson, type LiveCollection } from '../collections/live-collection.ts';
import { type Page, selectItems } from '../collections/select-items.ts';
import { featurePage, itemsPage } from '../html/items-page.ts';
import { dayParam } from '../query-params.ts';
import { operationName } from './describe-collection.ts';

const GeometrySchema = z
  .looseObject({ type: z.string() })
  .meta({ id: 'Geometry', description: 'Geometry in RFC 7946 form, longitude first' });

/** Schema of one feature of a collection. */
function featureSchema(collection: LiveCollection) {
  const properties = Object.fromEntries(
    collection.columns.map((column) => [column.name, columnSchema(column)]),
  );
  return z.strictObject({
    type: z.literal('Feature'),
    id: z.string(),
    geometry: GeometrySchema,
    properties: z.strictObject(properties),
    links: z.array(Link).optional(),
  });
}

const ITEM_OFFERS = [GEOJSON_OFFER, HTML_OFFER, CSV_OFFER] as const;

/** `/collections/{id}/items` and `/items/{featureId}` of one collection (OGC API Features 7.15 and 7.16). */
export function createItemRoutes(collection: LiveCollection): Route[] {
  return [itemsRoute(collection), itemRoute(collection)];
}

function itemsRoute(collection: LiveCollection): Route {
  const featureCollection = z.strictObject({
    type: z.literal('FeatureCollection'),
    timeStamp: z.iso.datetime(),
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
      },
    },
    async respond(request, service) {
      const today = service.today();
      const { giveWay } = request;
      const { selection, asOf } = readSelection(request.query, collection, today);
      await collection.prepare(asOf, giveWay);
      const page = await selectItems(collection.on(asOf).items, selection, asOf, giveWay);
      const links = pageLinks(request, collection, page);
      const headers = { link: linkHeader(links) };
      if (request.f === 'html') return itemsPage(collection, page, links);
      if (request.f === 'csv') {
        const features = page.items.map((item) => item.feature);
        return answerOf(writeCsv(tableOf({ ...collection, features })), CSV_OFFER.type, headers);
      }
      return answerOf(await pageJson(page, links, today, giveWay), GEOJSON_OFFER.type, headers);
    },
  });
}

function itemRoute(collection: LiveCollection): Route {
  return defineGet({
    path: `/collections/${collection.id}/items/{featureId}`,
    operationId: `get${operationName(collection.id)}Item`,
    tag: 'OGC API Features',
    summary: `${collection.title}: one feature`,
    params: {
      featureId: { description: 'Id of the feature', example: EXAMPLE_IDS[collection.id] },
    },
    query: z.strictObject({ asOf: dayParam().optional() }),
    offers: [GEOJSON_OFFER, HTML_OFFER],
    answer: {
      description: 'The feature',
      content: { 'application/geo+json': featureSchema(collection), 'text/html': undefined },
    },
    refusals: { 404: 'There is no such feature' },
    async respond(request, service) {
      await collection.prepare(request.query.asOf ?? service.today(), request.giveWay);
      return answerFeature(request, service, collection);
    },
  });
}

/** A page as GeoJSON text, put together from features that are partly written already. */
async function pageJson(
  page: Page,
  links: readonly Link[],
  today: string,
  giveWay: GiveWay,
): Promise<string> {
  const head = `"timeStamp":"${timeStampOf(today)}","numberMatched":${page.matched},"numberReturned":${page.items.length}`;
  const features: string[] = [];
  for (const item of page.items) {
    features.push(featureJson(item));
    const others = giveWay();
    if (others !== undefined) await others;
  }
  return `{"type":"FeatureCollection",${head},"features":[${features.join(',')}],"links":${JSON.stringify(links)}}`;
}

function answerFeature(
  request: RouteRequest<{ asOf?: string | undefined }>,
  service: Service,
  collection: LiveCollection,
): Answer {
  const id = request.params.featureId ?? '';
  const item = collection.on(request.query.asOf ?? service.today()).byId.get(id);
  if (item === undefined) throw notFound(`feature of ${collection.id}`, id, [], 'featureId');
  const links: Link[] = [
    ...representationLinks(request, [GEOJSON_OFFER, HTML_OFFER]),
    {
      href: apiHref(request.origin, `/collections/${collection.id}`),
      rel: 'collection',
      type: 'application/json',
      title: collection.title,
    },
  ];
  if (request.f === 'html') return featurePage(collection, item.feature, links);
  return answerOf(featureJson(item, links), GEOJSON_OFFER.type, {
    link: linkHeader(links),
  });
}

function pageLinks(
  request: RouteRequest<{ limit: number; offset: number }>,
  collection: LiveCollection,
  page: Page,
): Link[] {
  const { limit, offset } = request.query;
  const type = ITEM_OFFERS.find(({ f }) => f === request.f)?.type ?? GEOJSON_OFFER.type;
  const at = (to: number) => hrefWith(request, { limit: String(limit), offset: String(to) });
  const links = representationLinks(request, ITEM_OFFERS);
  if (offset + page.items.length < page.matched) {
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

/**
 * Start of the day (in Moscow) that an answer speaks for. An answer is a function of data, query and day, so this is
 * when it came to be; a finer time would make equal answers differ and defeat every cache.
 */
function timeStampOf(today: string): string {
  return new Date(`${today}T00:00:00+03:00`).toISOString();
}

const EXAMPLE_IDS: Readonly<Record<LiveCollection['id'], string>> = {
  regions: 'RU-MOW',
  places: '524901',
  'operator-regions': 'mts-RU-MOW',
};
