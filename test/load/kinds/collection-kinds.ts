import type { Column } from '../../../data/core/features/collection.ts';
import type { Kind, Random } from '../climb.ts';
import { address, anyDay, between, often, oneOf } from './draw.ts';

/** What requests of a collection are made of. */
interface Asked {
  readonly id: string;
  readonly columns: readonly Column[];
  readonly featureIds: readonly string[];
}

const anySystem = oneOf(
  undefined,
  'http://www.opengis.net/def/crs/EPSG/0/3857',
  'http://www.opengis.net/def/crs/EPSG/0/4326',
);

function anyRing(random: Random): string {
  const corners = between(random, 3, 40);
  const [lon, lat, radius] = [between(random, 30, 150), between(random, 45, 65), random() * 30];
  const points = Array.from({ length: corners }, (_, index) => {
    const angle = (2 * Math.PI * index) / corners;
    return `${(lon + radius * Math.cos(angle)).toFixed(1)} ${(lat + (radius / 4) * Math.sin(angle)).toFixed(1)}`;
  });
  return `POLYGON((${[...points, points[0]].join(',')}))`;
}

function anySum(random: Random, numbers: readonly string[]): string {
  const parts = Array.from({ length: between(random, 1, 60) }, () =>
    [oneOf(...numbers)(random), oneOf('+', '*', '-', '/', ' div ', '^2*')(random)].join(''),
  );
  return `${parts.join('')}2 > ${between(random, 0, 1e6)}`;
}

function anyPredicate(
  random: Random,
  names: readonly string[],
  numbers: readonly string[],
): string {
  const name = oneOf('id', ...names)(random) ?? 'id';
  const text = 'а1нiр2oск'.slice(between(random, 0, 4), between(random, 5, 9));
  const forms = [
    () => `${name} LIKE '%${[...text].join('%')}%'`,
    () => `CASEI(${name}) LIKE CASEI('%${text}%')`,
    () => `NOT ${name} LIKE '_%_%_${text}'`,
    () => `id IN (${[...text].map((letter) => `'${letter}'`).join()})`,
    () => `S_INTERSECTS(geometry,${anyRing(random)})`,
    () => `NOT S_WITHIN(geometry,${anyRing(random)})`,
    () => `id <> '${between(random, 0, 1e9)}'`,
    () => anySum(random, numbers),
    () => {
      const folds = between(random, 1, 38);
      return `${'CASEI('.repeat(folds)}${name}${')'.repeat(folds)} LIKE '%${text}%'`;
    },
  ];
  return forms[between(random, 0, forms.length - 1)]?.() ?? 'id IS NULL';
}

function anyFilter(random: Random, names: readonly string[], numbers: readonly string[]): string {
  const count = between(random, 1, 20);
  const predicates = Array.from({ length: count }, () => anyPredicate(random, names, numbers));
  return predicates.join(random() < 0.5 ? ' OR ' : ' AND ').slice(0, 2_000);
}

/** Requests for features of a collection. */
export function itemsKind({ id, columns }: Asked): Kind {
  const texts = columns.filter(({ type }) => type === 'string').map(({ name }) => name);
  const numbers = columns.filter(({ type }) => type === 'integer').map(({ name }) => name);
  const names = columns.map(({ name }) => name);
  const anyColumns = (random: Random) =>
    Array.from({ length: between(random, 1, 100) }, () => oneOf(...names)(random)).join();
  return {
    name: `items of ${id}`,
    parts: {
      asOf: often(0.5, anyDay),
      limit: oneOf('10000', '10000', '1'),
      f: oneOf('json', 'csv', 'jsonld', 'html'),
      filter: often(0.7, (random) => anyFilter(random, texts, numbers)),
      sortby: often(0.5, (random) =>
        anyColumns(random).replaceAll(/(^|,)/g, random() < 0.5 ? '$1-' : '$1'),
      ),
      properties: often(0.3, anyColumns),
      bbox: often(0.3, oneOf('20,40,180,80', '30,50,60,60', '100,40,-170,80')),
      datetime: often(0.3, (random) => `${anyDay(random)}/..`),
      crs: anySystem,
      skipGeometry: oneOf(undefined, 'true'),
    },
    request: (query) => ({ path: address(`/api/v1/collections/${id}/items`, query) }),
  };
}

/** Requests for tiles of a collection. */
export function tileKind({ id }: Asked): Kind {
  return {
    name: `tiles of ${id}`,
    parts: {
      tile: (random) => {
        const zoom = between(random, 0, 8);
        const at = () => between(random, 0, 2 ** zoom - 1);
        return `${zoom}/${at()}/${at()}`;
      },
      asOf: often(0.7, anyDay),
    },
    request: ({ tile, asOf }) => ({
      path: address(`/api/v1/collections/${id}/tiles/WebMercatorQuad/${tile}`, { asOf }),
    }),
  };
}

/** Requests for one feature of a collection. */
export function itemKind({ id, columns, featureIds }: Asked): Kind {
  const names = columns.map(({ name }) => name);
  return {
    name: `one of ${id}`,
    parts: {
      featureId: oneOf(...featureIds),
      asOf: often(0.5, anyDay),
      f: oneOf('json', 'html', 'jsonld'),
      properties: often(0.3, oneOf(...names)),
      crs: anySystem,
      skipGeometry: oneOf(undefined, 'true'),
    },
    request: ({ featureId, ...query }) => ({
      path: address(`/api/v1/collections/${id}/items/${featureId}`, query),
    }),
  };
}
