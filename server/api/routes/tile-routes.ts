import * as z from 'zod';
import { DEEPEST_ZOOM } from '../../../data/core/formats/vector-tiles.ts';
import { apiHref, Link, representationLinks } from '../../links.ts';
import { answerOf } from '../../middleware/answer.ts';
import { inSlices } from '../../middleware/fair-queue.ts';
import type { Offer } from '../../middleware/negotiate.ts';
import { badParameters, shorten } from '../../middleware/problem.ts';
import { MovedError, withQuery } from '../../middleware/refusals.ts';
import { defineGet, NO_QUERY, type Route } from '../../route.ts';
import type { LiveCollection } from '../collections/live-collection.ts';
import {
  collectionTrail,
  DOCUMENT_OFFERS,
  documentAnswer,
  documentContent,
} from '../html/json-document.ts';
import { dayParam } from '../query-params.ts';
import { operationName } from './collection-routes.ts';

const TILE_TYPE = 'application/vnd.mapbox-vector-tile';
const TILE_OFFER: Offer = { f: 'mvt', type: TILE_TYPE, answersTo: ['application/x-protobuf'] };
const MATRIX_SET = 'WebMercatorQuad';

const DEFINITION = `http://www.opengis.net/def/tilematrixset/OGC/1.0/${MATRIX_SET}`;

const Tilesets = z.strictObject({
  links: z.array(Link),
  tilesets: z.array(
    z.strictObject({
      title: z.string(),
      dataType: z.literal('vector'),
      crs: z.string(),
      tileMatrixSetURI: z.string(),
      links: z.array(Link.extend({ templated: z.literal(true).optional() })),
    }),
  ),
});

const MatrixSets = z.strictObject({
  links: z.array(Link),
  tileMatrixSets: z.array(
    z.strictObject({ id: z.string(), title: z.string(), uri: z.string(), links: z.array(Link) }),
  ),
});

/** `/tileMatrixSets`: the one pyramid that all tiles are cut by, for clients that look it up from the landing page. */
export function createMatrixSetsRoute(): Route {
  return defineGet({
    path: '/tileMatrixSets',
    operationId: 'getTileMatrixSets',
    tag: 'OGC API Features',
    summary: 'Pyramids of vector tiles',
    query: NO_QUERY,
    offers: DOCUMENT_OFFERS,
    answer: { description: 'The tile matrix sets', content: documentContent(MatrixSets) },
    respond(request) {
      const definition = {
        href: DEFINITION,
        rel: 'http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme',
        type: 'application/json',
      };
      const tileMatrixSets = [
        { id: MATRIX_SET, title: 'Web Mercator', uri: DEFINITION, links: [definition] },
      ];
      const page = { title: 'Pyramids of vector tiles' };
      const links = representationLinks(request, DOCUMENT_OFFERS);
      return documentAnswer(request, page, { links, tileMatrixSets });
    },
  });
}

/** `/collections/{id}/tiles` and its vector tiles (OGC API Tiles part 1, classes core and mvt). */
export function createTileRoutes(collection: LiveCollection): Route[] {
  return [tilesetsRoute(collection), tileRoute(collection)];
}

function tilesetsRoute(collection: LiveCollection): Route {
  const { id, title } = collection;
  const path = `/collections/${id}/tiles`;
  return defineGet({
    path,
    operationId: `get${operationName(id)}Tilesets`,
    tag: 'OGC API Features',
    summary: `${title}: vector tiles`,
    query: NO_QUERY,
    offers: DOCUMENT_OFFERS,
    answer: { description: 'The tilesets', content: documentContent(Tilesets) },
    respond(request) {
      const template = `${path}/${MATRIX_SET}/{tileMatrix}/{tileRow}/{tileCol}`;
      const tilesets = [
        {
          title: `${title}, zoom levels 0 to ${DEEPEST_ZOOM}`,
          dataType: 'vector',
          crs: 'http://www.opengis.net/def/crs/EPSG/0/3857',
          tileMatrixSetURI: DEFINITION,
          links: [
            { href: apiHref(request.origin, path), rel: 'self', type: 'application/json' },
            {
              href: apiHref(request.origin, template),
              rel: 'item',
              type: TILE_TYPE,
              templated: true,
            },
            {
              href: DEFINITION,
              rel: 'http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme',
              type: 'application/json',
            },
          ],
        },
      ];
      const page = { title: `${title}: vector tiles`, trail: collectionTrail(collection) };
      const links = representationLinks(request, DOCUMENT_OFFERS);
      return documentAnswer(request, page, { links, tilesets });
    },
  });
}

function tileRoute(collection: LiveCollection): Route {
  const { id, title } = collection;
  return defineGet({
    path: `/collections/${id}/tiles/${MATRIX_SET}/{tileMatrix}/{tileRow}/{tileCol}`,
    operationId: `get${operationName(id)}Tile`,
    tag: 'OGC API Features',
    summary: `${title}: one vector tile`,
    description: `One layer named ${id}; the id of a feature is its property \`id\`. A tile without features has no bytes.`,
    params: {
      tileMatrix: {
        description: `Zoom level, 0 to ${DEEPEST_ZOOM}`,
        example: '4',
        pattern: '^[0-9]$',
      },
      tileRow: { description: 'Row from the north', example: '4', pattern: '^[0-9]{1,3}$' },
      tileCol: { description: 'Column from the west', example: '9', pattern: '^[0-9]{1,3}$' },
    },
    query: z.strictObject({
      asOf: dayParam()
        .optional()
        .meta({ description: 'Day for which the verdicts are computed; today where absent.' }),
    }),
    offers: [TILE_OFFER],
    answer: {
      description: 'The tile (Mapbox Vector Tile 2.1)',
      content: { [TILE_TYPE]: undefined },
    },
    async respond(request, service) {
      const tile = readAddress(request);
      const asOf = request.query.asOf ?? service.today();
      const { byId } = await collection.prepare(asOf, request.giveWay);
      const cutter = await collection.prepareTiles(request.giveWay);
      const steps = cutter.cutting(tile, (featureId) => byId.get(featureId)?.feature);
      const bytes = await inSlices(steps, request.giveWay);
      return answerOf(bytes, TILE_TYPE);
    },
  });
}

/**
 * The address of a tile; throws a problem where it lies outside of the pyramid.
 *
 * @throws MovedError where a number is written with more digits than it has: a tile has one address.
 */
function readAddress(request: {
  readonly params: Readonly<Record<string, string>>;
  readonly path: string;
  readonly rawQuery: string;
}) {
  const { params, path, rawQuery } = request;
  const z = readNumber(params, 'tileMatrix', DEEPEST_ZOOM);
  const last = 2 ** z - 1;
  const x = readNumber(params, 'tileCol', last);
  const y = readNumber(params, 'tileRow', last);
  const own = [...path.split('/').slice(0, -3), z, y, x].join('/');
  if (own !== path) throw new MovedError(withQuery(own, rawQuery));
  return { z, x, y };
}

function readNumber(params: Readonly<Record<string, string>>, name: string, most: number): number {
  const text = params[name] ?? '';
  if (/^[0-9]{1,4}$/.test(text) && Number(text) <= most) return Number(text);
  throw badParameters([
    {
      parameter: name,
      value: shorten(text),
      detail: `expected a whole number from 0 to ${most}: there is no tile elsewhere`,
    },
  ]);
}
