import * as z from 'zod';
import { CRS84, REFERENCE_SYSTEMS } from '../../../data/core/geo/reference-system.ts';
import type { DownloadEntry } from '../../../data/core/schema/download.ts';
import { apiHref, LICENCE_LINK, Link } from '../../links.ts';
import type { LiveCollection } from '../collections/live-collection.ts';

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
export function describeCollection(
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
