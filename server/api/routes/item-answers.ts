import type { Geometry } from 'geojson';
import { renderItemsPage } from '../../../client/server-entry.tsx';
import { type FlatFeature, tableOf } from '../../../data/core/features/collection.ts';
import { csvHeader, csvRows } from '../../../data/core/formats/csv.ts';
import { CRS84, geometryIn } from '../../../data/core/geo/reference-system.ts';
import { apiHref, type Link } from '../../links.ts';
import type { Answer } from '../../middleware/answer.ts';
import type { Piece } from '../../middleware/pieces.ts';
import type { RouteRequest } from '../../route.ts';
import { headOf, type Item } from '../collections/item.ts';
import type { View } from '../collections/items-query.ts';
import { pageAsLinkedData } from '../collections/linked-data.ts';
import type { LiveCollection } from '../collections/live-collection.ts';
import type { Page } from '../collections/select-items.ts';
import { collectionTrail, frameOf, pageAnswer } from '../html/json-document.ts';

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
