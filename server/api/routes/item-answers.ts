import type { Geometry, Position } from 'geojson';
import * as z from 'zod';
import { renderItemsPage } from '../../../client/server-entry.tsx';
import { type Column, type FlatFeature, tableOf } from '../../../data/core/features/collection.ts';
import { csvHeader, csvRows } from '../../../data/core/formats/csv.ts';
import { CRS84, geometryIn } from '../../../data/core/geo/reference-system.ts';
import { apiHref, type Link } from '../../links.ts';
import type { Answer } from '../../middleware/answer.ts';
import type { Offer } from '../../middleware/negotiate.ts';
import type { Piece } from '../../middleware/pieces.ts';
import type { RouteRequest } from '../../route.ts';
import { headOf, type Item } from '../collections/item.ts';
import type { View } from '../collections/items-query.ts';
import type { LiveCollection } from '../collections/live-collection.ts';
import type { Page } from '../collections/select-items.ts';
import { collectionTrail, frameOf, pageAnswer } from '../html/json-document.ts';

/** Features as linked data (JSON-LD 1.1). */
export const JSON_LD_OFFER: Offer = { f: 'jsonld', type: 'application/ld+json' };

/** Words of schema.org, which search engines read, and the class of features in GeoSPARQL. */
const CONTEXT = ['https://schema.org/', { geo: 'http://www.opengis.net/ont/geosparql#' }] as const;

/** What linked data look like from outside; the rest is by the vocabularies of its context. */
export const LinkedData = z.looseObject({
  '@context': z.array(z.unknown()),
  '@type': z.union([z.string(), z.array(z.string())]),
});

/** One feature as a place of schema.org, its columns as properties with a name and a value. */
export function featureAsLinkedData(
  feature: FlatFeature,
  columns: readonly Column[],
  href: string,
): object {
  const properties = columns.flatMap(({ name, description }) => {
    const value = feature.properties[name] ?? null;
    // What is not known is left out, and not said to be anything.
    return value === null ? [] : [{ ...PROPERTY, name, value, description }];
  });
  return { '@context': CONTEXT, ...placeOf(feature, href), additionalProperty: properties };
}

const PROPERTY = { '@type': 'PropertyValue' } as const;

/**
 * A page of features as a list of places, text by text. What is the same of a column in each feature, most of it all, is written
 * once: thousands of features as objects would keep the garbage collector busy, which holds everybody.
 */
export function* pageAsLinkedData(
  features: Iterable<FlatFeature>,
  columns: readonly Column[],
  page: { title: string; href: string; matched: number; hrefOf: (id: string) => string },
): Iterable<string> {
  const list = {
    '@context': CONTEXT,
    '@type': 'ItemList',
    '@id': page.href,
    name: page.title,
    numberOfItems: page.matched,
  };
  yield `${JSON.stringify(list).slice(0, -1)},"itemListElement":[`;
  const writers = columns.map(({ name, description }) => ({
    name,
    before: `${JSON.stringify({ ...PROPERTY, name }).slice(0, -1)},"value":`,
    after: `,"description":${JSON.stringify(description)}}`,
  }));
  let position = 0;
  for (const feature of features) {
    position += 1;
    const place = JSON.stringify(placeOf(feature, page.hrefOf(feature.id))).slice(0, -1);
    let properties = '';
    for (const { name, before, after } of writers) {
      const value = feature.properties[name] ?? null;
      if (value === null) continue;
      if (properties !== '') properties += ',';
      properties += before + JSON.stringify(value) + after;
    }
    const item = `${place},"additionalProperty":[${properties}]}`;
    yield `${position === 1 ? '' : ','}{"@type":"ListItem","position":${position},"item":${item}}`;
  }
  yield ']}';
}

/** A feature without its columns. */
function placeOf({ id, geometry, properties }: FlatFeature, href: string) {
  const names = ['name_ru', 'name_en', 'name_zh'].flatMap((name) => properties[name] ?? []);
  return {
    '@type': ['Place', 'geo:Feature'],
    '@id': href,
    identifier: id,
    ...(names.length === 0 ? {} : { name: names }),
    geo: shapeOf(geometry),
  };
}

/** A point as it is; of an outline the box, latitude first as schema.org has it. */
function shapeOf(geometry: Geometry): object {
  if (geometry.type === 'Point') {
    const [longitude = 0, latitude = 0] = geometry.coordinates;
    return { '@type': 'GeoCoordinates', latitude, longitude };
  }
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lon = 0, lat = 0] of positionsOf(geometry)) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return { '@type': 'GeoShape', box: `${south} ${west} ${north} ${east}` };
}

function positionsOf(geometry: Geometry): readonly Position[] {
  switch (geometry.type) {
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
    case 'Polygon':
      return geometry.coordinates.flat();
    default:
      return [];
  }
}

/**
 * A page as GeoJSON: what never changes is written once and shared by all pages. It has no `timeStamp` (OGC API Features
 * 7.16, which leaves it open): an answer is a function of data, query and day, and the field `Date` tells when it was sent.
 */
export function* pageJson(
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
export function featurePieces(
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
export function* pageCsv(
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

/** A page of features for people, with the links to the pages before and after. */
export function itemsPage(
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
export function linkedPage(
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

/** Address of one feature. */
export function featureHref(origin: string, collection: LiveCollection, id: string): string {
  return apiHref(origin, `/collections/${collection.id}/items/${id}`);
}

/** The way down to the features of a collection, as pages show it. */
export function itemsTrail(collection: LiveCollection) {
  const href = `${apiHref('', `/collections/${collection.id}/items`)}?f=html`;
  return [...collectionTrail(collection), { href, title: 'Features' }];
}
