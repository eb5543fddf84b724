import * as z from 'zod';
import { RegionId } from '../../../data/core/schema/ids.ts';
import { LocalizedText } from '../../../data/core/schema/localized-text.ts';
import { Location, Place } from '../../../data/core/schema/region.ts';
import { MATCHES } from '../../../data/core/search/search-entries.ts';
import { MATCH_MEANINGS } from '../../meaning.ts';
import { type Answer, answerOf, cacheableAnswer, jsonAnswer } from '../../middleware/answer.ts';
import { Pieces } from '../../middleware/pieces.ts';
import { badParameters } from '../../middleware/problem.ts';
import {
  defineGet,
  definePost,
  HTML_OFFER,
  JSON_OFFER,
  NO_QUERY,
  type Route,
} from '../../route.ts';
import { DOCUMENT_OFFERS, documentAnswer, documentContent } from '../html/json-document.ts';
import { countParam, numberParam, textParam } from '../query-params.ts';

/** Most points in one request, and the bytes that they take at full length. */
const MAX_POINTS = 10_000;
const MAX_POINTS_BYTES = 1_000_000;

const Points = z.strictObject({
  points: z
    .array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]))
    .min(1)
    .max(MAX_POINTS)
    .meta({ description: 'Pairs of longitude and latitude in degrees' }),
});

const Locations = z.strictObject({ locations: z.array(Location) });

const EXAMPLE: z.infer<typeof Location> = {
  certainty: 'border',
  candidates: [
    { regionId: 'RU-MOW', distanceKm: 0 },
    { regionId: 'RU-MOS', distanceKm: 8.1 },
  ],
};

/** An object with one list, text by text. */
function* listJson(name: string, list: readonly unknown[]): Iterable<string> {
  yield `{${JSON.stringify(name)}:[`;
  for (const [index, entry] of list.entries()) {
    yield `${index === 0 ? '' : ','}${JSON.stringify(entry)}`;
  }
  yield ']}';
}

/** Most points that a page for people tells of: drawing it costs a hundred times what writing data does. */
const MAX_PAGE_POINTS = 500;

/** Answers of locations that are one object for many points, as most are: well inside a region, or outside of all. */
function createAnswers(): (location: Location) => Answer {
  const known = new WeakMap<Location, Answer>();
  return (location) => {
    const answer = known.get(location);
    if (answer !== undefined) return answer;
    const { certainty } = location;
    if (certainty !== 'certain' && certainty !== 'outside') return jsonAnswer(location);
    const lasting = cacheableAnswer(jsonAnswer(location));
    known.set(location, lasting);
    return lasting;
  };
}

/** `GET /locate` for one point and `POST /locate` for many. */
export function createLocateRoutes(): Route[] {
  const answerTo = createAnswers();
  const one = defineGet({
    path: '/locate',
    operationId: 'locatePoint',
    tag: 'Eligibility',
    summary: 'Region of a point',
    description:
      '`certain`: no other region near; `border`: candidates in order of distance; `snapped`: off the coast; `outside`: on other land, nearer to it, or far from the mapped regions.',
    query: z.strictObject({
      lon: numberParam(-180, 180).meta({ description: 'Longitude in degrees' }),
      lat: numberParam(-90, 90).meta({ description: 'Latitude in degrees' }),
    }),
    offers: DOCUMENT_OFFERS,
    answer: {
      description: 'How certain the region is, and the candidates, nearest first',
      content: documentContent(Location),
      example: EXAMPLE,
    },
    example: { lon: '37.62', lat: '55.75' },
    kept: false,
    respond(request, service) {
      const location = service.locate(request.query.lon, request.query.lat);
      if (request.f === 'json') return answerTo(location);
      return documentAnswer(request, { title: 'Region of a point' }, location);
    },
  });
  const many = definePost({
    path: '/locate',
    operationId: 'locatePoints',
    tag: 'Eligibility',
    summary: 'Regions of many points',
    description: `Up to ${MAX_POINTS} points and ${MAX_POINTS_BYTES} bytes. Nothing of them is stored or logged.`,
    query: NO_QUERY,
    body: { schema: Points, maxBytes: MAX_POINTS_BYTES, example: { points: [[37.62, 55.75]] } },
    offers: DOCUMENT_OFFERS,
    answer: {
      description: 'One location for each point, in the order of the points',
      content: documentContent(Locations),
      example: { locations: [EXAMPLE] },
    },
    async respond(request, service, { points }) {
      if (request.f === HTML_OFFER.f && points.length > MAX_PAGE_POINTS) {
        const detail = `a page for people tells of at most ${MAX_PAGE_POINTS} points: ask for more with f=json`;
        throw badParameters([{ parameter: 'f', value: request.f, detail }]);
      }
      const locations: Location[] = [];
      for (const [lon, lat] of points) {
        locations.push(service.locate(lon, lat));
        const others = request.giveWay();
        if (others !== undefined) await others;
      }
      if (request.f === HTML_OFFER.f) {
        return documentAnswer(request, { title: 'Regions of points' }, { locations });
      }
      const body = await Pieces.gather(listJson('locations', locations), request);
      return answerOf(body, JSON_OFFER.type);
    },
  });
  return [one, many];
}

const Match = z.enum(MATCHES).meta({
  description: MATCHES.map((match) => `\`${match}\`: ${MATCH_MEANINGS[match]}`).join('; '),
});

const Found = z.strictObject({
  regions: z.array(
    z.strictObject({ id: RegionId, name: LocalizedText, officialName: z.string(), match: Match }),
  ),
  places: z.array(Place.omit({ alternates: true }).extend({ match: Match })),
  outside: z
    .array(
      z.strictObject({
        code: z.string().meta({ description: 'Country in ISO 3166-1 or territory in ISO 3166-2' }),
        name: z.strictObject({ ru: z.string(), en: z.string() }),
        match: Match,
      }),
    )
    .meta({
      description: 'Known places outside the mapped regions: the service has no answer for them',
    }),
  ignored: z.array(z.string()).meta({
    description:
      'Parts of the query that were not looked for or are not known: streets, numbers, names',
  }),
});

/** `/places?q=`: regions and settlements by any of their names, also out of an address. */
export function createPlaceRoute(): Route {
  return defineGet({
    path: '/places',
    operationId: 'findPlaces',
    tag: 'Eligibility',
    summary: 'Regions and settlements by name or address',
    query: z.strictObject({
      q: textParam(300).meta({ description: 'Part of a name in any language, or an address' }),
      limit: countParam(1, 50).default(10).meta({ description: 'Most results of all kinds' }),
    }),
    example: { q: 'Казань' },
    offers: DOCUMENT_OFFERS,
    answer: {
      description:
        'What the text names, best match first: regions, settlements with their region by administrative code, and places outside the map',
      content: documentContent(Found),
    },
    respond(request, service) {
      const { q, limit } = request.query;
      const { hits, ignored } = service.findPlaces(q, limit);
      return documentAnswer(
        request,
        { title: 'Regions and settlements by name' },
        {
          regions: hits.flatMap((hit) => {
            if (hit.kind !== 'region') return [];
            const { id, name, officialName } = hit.region;
            return [{ id, name, officialName, match: hit.match }];
          }),
          places: hits.flatMap((hit) => {
            if (hit.kind !== 'place') return [];
            const { alternates: _alternates, ...place } = hit.place;
            return [{ ...place, match: hit.match }];
          }),
          outside: hits.flatMap((hit) => {
            if (hit.kind !== 'outside') return [];
            const { code, name } = hit.outside;
            return [{ code, name, match: hit.match }];
          }),
          ignored,
        },
      );
    },
  });
}
