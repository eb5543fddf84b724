import * as z from 'zod';
import { Location, Place } from '../../../data/core/schema/place.ts';
import { type Answer, cacheableAnswer, jsonAnswer } from '../../middleware/answer.ts';
import { defineGet, definePost, NO_QUERY, type Route } from '../../route.ts';
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
    respond(request, service, { points }) {
      const locations = points.map(([lon, lat]) => service.locate(lon, lat));
      return documentAnswer(request, { title: 'Regions of points' }, { locations });
    },
  });
  return [one, many];
}

const Found = z.strictObject({ places: z.array(Place.omit({ alternates: true })) });

/** `/places?q=`: settlements by any of their names. */
export function createPlaceRoute(): Route {
  return defineGet({
    path: '/places',
    operationId: 'findPlaces',
    tag: 'Eligibility',
    summary: 'Settlements by name',
    query: z.strictObject({
      q: textParam(100).meta({ description: 'Part of a name in any language' }),
      limit: countParam(1, 50).default(10).meta({ description: 'Most results' }),
    }),
    example: { q: 'Казань' },
    offers: DOCUMENT_OFFERS,
    answer: {
      description: 'Settlements, best match first, with their region by administrative code',
      content: documentContent(Found),
    },
    respond(request, service) {
      const { q, limit } = request.query;
      const places = service
        .findPlaces(q, limit)
        .map(({ alternates: _alternates, ...place }) => place);
      return documentAnswer(request, { title: 'Settlements by name' }, { places });
    },
  });
}
