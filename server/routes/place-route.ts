import * as z from 'zod';
import { Place } from '../../data/schema/place.ts';
import { jsonAnswer } from '../http/answer.ts';
import { countParam, textParam } from '../query-params.ts';
import { defineGet, JSON_OFFER, type Route } from '../route.ts';

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
    offers: [JSON_OFFER],
    answer: {
      description: 'Settlements, best match first, with their region by administrative code',
      content: { 'application/json': Found },
    },
    respond({ query }, service) {
      const places = service
        .findPlaces(query.q, query.limit)
        .map(({ alternates: _alternates, ...place }) => place);
      return jsonAnswer({ places });
    },
  });
}
