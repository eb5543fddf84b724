import type { Geometry, Position } from 'geojson';
import * as z from 'zod';
import type { Column, FlatFeature } from '../../../data/core/features/collection.ts';
import type { Offer } from '../../middleware/negotiate.ts';

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
