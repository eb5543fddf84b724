import type { Column } from '../../data/core/features/collection.ts';
import type { Kind, Parts, Random } from './climb.ts';

/** What requests of a collection are made of. */
interface Asked {
  readonly id: string;
  readonly columns: readonly Column[];
}

const oneOf =
  (...values: (string | undefined)[]) =>
  (random: Random) =>
    values[Math.floor(random() * values.length)];
const between = (random: Random, low: number, high: number) =>
  Math.floor(low + random() * (high - low + 1));
const often = (share: number, draw: (random: Random) => string | undefined) => (random: Random) =>
  random() < share ? draw(random) : undefined;
const anyDay = (random: Random) =>
  new Date(Date.UTC(2022, 0, 1 + between(random, 0, 3_000))).toISOString().slice(0, 10);
const anySystem = oneOf(
  undefined,
  'http://www.opengis.net/def/crs/EPSG/0/3857',
  'http://www.opengis.net/def/crs/EPSG/0/4326',
);

/** An address with the parameters that are there. */
function address(path: string, query: Parts): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const text = new URLSearchParams(given).toString();
  return text === '' ? path : `${path}?${text}`;
}

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
function itemsKind({ id, columns }: Asked): Kind {
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

function tileKind({ id }: Asked): Kind {
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

const anyRegion = (regionIds: readonly string[]) => oneOf(...regionIds);

function eligibilityKinds(regionIds: readonly string[]): Kind[] {
  const options = {
    asOf: often(0.7, anyDay),
    f: oneOf('json', 'html', 'txt'),
    lang: oneOf(undefined, 'ru', 'zh'),
    sharing: oneOf(undefined, 'bundle', 'payer'),
    trace: oneOf('true', undefined),
  };
  return [
    {
      name: 'eligibility',
      parts: {
        ...options,
        region: anyRegion(regionIds),
        members: (random) => String(between(random, 1, 8)),
        children: oneOf(undefined, '1'),
        foreign: oneOf(undefined, '1'),
        watch: oneOf(undefined, '1'),
        tablet: oneOf(undefined, '1'),
      },
      request: (query) => ({ path: address('/api/v1/eligibility', query) }),
    },
    {
      name: 'eligibility of a household',
      parts: {
        ...options,
        body: (random) => {
          const members = Array.from({ length: between(random, 1, 20) }, (_, index) => ({
            id: `m${index}`,
            ageBand: oneOf('adult', 'under-14')(random),
            citizenship: oneOf('russian', 'foreign')(random),
          }));
          const lines = Array.from({ length: between(random, 1, 40) }, (_, index) => ({
            id: `l${index}`,
            memberId: members[index % members.length]?.id,
            contractRegionId: anyRegion(regionIds)(random),
            operatorId: 'any',
            deviceKind: oneOf('phone', 'watch', 'tablet')(random),
            payer: index === 0,
          }));
          return JSON.stringify({ members, lines });
        },
      },
      request: ({ body = '', ...query }) => ({ path: address('/api/v1/eligibility', query), body }),
    },
  ];
}

const POINTS: Kind = {
  name: 'locate many points',
  parts: {
    body: (random) => {
      const [west, south] = [between(random, 20, 170), between(random, 40, 75)];
      const points = Array.from({ length: between(random, 1, 10_000) }, () => [
        Number((west + random() * 10).toFixed(3)),
        Number((south + random() * 5).toFixed(3)),
      ]);
      return JSON.stringify({ points });
    },
    f: oneOf('json', 'html'),
  },
  request: ({ body = '', f }) => ({ path: address('/api/v1/locate', { f }), body }),
};

const WORDS = [
  'Москва',
  'ул.',
  'новая',
  'Kazan',
  'респ',
  'область',
  'а',
  'село',
  '莫斯科',
  'ghbdtn',
];
const SEARCH: Kind = {
  name: 'search of places',
  parts: {
    q: (random) =>
      Array.from({ length: between(random, 1, 60) }, () => oneOf(...WORDS)(random))
        .join(random() < 0.5 ? ' ' : ', ')
        .slice(0, 300),
    limit: oneOf('1', '50'),
    f: oneOf('json', 'html'),
  },
  request: (query) => ({ path: address('/api/v1/places', query) }),
};

function pageKind(regionIds: readonly string[], operatorIds: readonly string[]): Kind {
  return {
    name: 'pages',
    parts: {
      language: oneOf('ru', 'en', 'zh'),
      page: (random) =>
        oneOf(
          `/regions/${anyRegion(regionIds)(random)}`,
          `/operators/${oneOf(...operatorIds)(random)}`,
          '/compare',
          '/check',
          '/summary.csv',
          '/changes',
          '/data',
          '/',
        )(random),
      a: anyRegion(regionIds),
      b: anyRegion(regionIds),
      operators: (random) => [oneOf(...operatorIds)(random), oneOf(...operatorIds)(random)].join(),
    },
    request: ({ language, page, a, b, operators }) => ({
      path: address(`/${language}${page}`, { regions: `${a},${b}`, operators, region: a }),
    }),
  };
}

/** A kind for each route that has work to do. */
export function kindsOf(
  collections: readonly Asked[],
  regionIds: readonly string[],
  operatorIds: readonly string[],
): Kind[] {
  return [
    ...collections.map(itemsKind),
    ...collections.map(tileKind),
    ...eligibilityKinds(regionIds),
    POINTS,
    SEARCH,
    pageKind(regionIds, operatorIds),
  ];
}
