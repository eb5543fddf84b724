import * as z from 'zod';
import { DatasetOperator } from '../../data/schema/dataset-claim.ts';
import { IsoDate } from '../../data/schema/dates.ts';
import { Slug } from '../../data/schema/ids.ts';
import { LocalizedText } from '../../data/schema/localized-text.ts';
import { Place } from '../../data/schema/place.ts';
import { Source } from '../../data/schema/source.ts';
import { jsonAnswer } from '../http/answer.ts';
import { apiHref, Link } from '../links.ts';
import { notFound } from '../problem.ts';
import { countParam, textParam, wordParam } from '../query-params.ts';
import { defineRoute, JSON_OFFER, type Route } from '../route.ts';

const JSON_QUERY = z.strictObject({ f: wordParam(['json']).optional() });

const OperatorSummary = z.strictObject({
  id: Slug,
  brand: LocalizedText,
  kind: z.enum(['mno', 'mvno']),
  hostOperatorId: z.string().optional(),
  market: z.enum(['consumer', 'machine']),
  planIds: z.array(Slug),
  links: z.array(Link),
});

const Found = z.strictObject({ places: z.array(Place.omit({ alternates: true })) });

/** `/operators`, `/operators/{operatorId}`: everything known, claim by claim. */
export function createOperatorRoutes(): Route[] {
  const list = defineRoute({
    method: 'get',
    path: '/operators',
    operationId: 'getOperators',
    tag: 'Facts',
    summary: 'Operators',
    query: JSON_QUERY,
    offers: [JSON_OFFER],
    answer: {
      description: 'All operators, those for machines only among them',
      content: { 'application/json': z.strictObject({ operators: z.array(OperatorSummary) }) },
    },
    respond({ origin }, { dataset }) {
      const operators = dataset.operators.map(
        ({ id, brand, kind, hostOperatorId, market, plans }) => ({
          id,
          brand,
          kind,
          ...(hostOperatorId === undefined ? {} : { hostOperatorId }),
          market,
          planIds: plans.map((plan) => plan.id),
          links: [
            { href: apiHref(origin, `/operators/${id}`), rel: 'item', type: 'application/json' },
          ],
        }),
      );
      return jsonAnswer({ operators });
    },
  });
  const one = defineRoute({
    method: 'get',
    path: '/operators/{operatorId}',
    operationId: 'getOperator',
    tag: 'Facts',
    summary: 'One operator with its claims, plans and sources',
    params: { operatorId: { description: 'Id of the operator', example: 'mts' } },
    query: JSON_QUERY,
    offers: [JSON_OFFER],
    answer: {
      description: 'The operator, and the sources its claims cite',
      content: {
        'application/json': z.strictObject({
          operator: DatasetOperator,
          sources: z.record(Slug, Source),
        }),
      },
    },
    refusals: { 404: 'There is no such operator' },
    respond({ params }, service) {
      const id = params.operatorId ?? '';
      const operator = service.operatorById.get(id);
      if (operator === undefined)
        throw notFound('operator', id, [...service.operatorById.keys()], 'operatorId');
      const cited = new Set(operator.claims.flatMap((claim) => claim.sourceIds));
      const sources = service.dataset.sources.filter((source) => cited.has(source.id));
      return jsonAnswer({
        operator,
        sources: Object.fromEntries(sources.map((source) => [source.id, source])),
      });
    },
  });
  return [list, one];
}

/** `/sources`, `/sources/{sourceId}`. */
export function createSourceRoutes(): Route[] {
  const list = defineRoute({
    method: 'get',
    path: '/sources',
    operationId: 'getSources',
    tag: 'Facts',
    summary: 'Cited documents',
    query: JSON_QUERY,
    offers: [JSON_OFFER],
    answer: {
      description: 'Every document that a claim cites',
      content: { 'application/json': z.strictObject({ sources: z.array(Source) }) },
    },
    respond: (_request, { dataset }) => jsonAnswer({ sources: dataset.sources }),
  });
  const one = defineRoute({
    method: 'get',
    path: '/sources/{sourceId}',
    operationId: 'getSource',
    tag: 'Facts',
    summary: 'One cited document',
    params: {
      sourceId: { description: 'Id of the source', example: 'numbering-register-2026-08-19' },
    },
    query: JSON_QUERY,
    offers: [JSON_OFFER],
    answer: { description: 'The document', content: { 'application/json': Source } },
    refusals: { 404: 'There is no such source' },
    respond({ params }, service) {
      const id = params.sourceId ?? '';
      const source = service.sourceById.get(id);
      if (source === undefined) throw notFound('source', id, [], 'sourceId');
      return jsonAnswer(source);
    },
  });
  return [list, one];
}

/** `/places?q=`: settlements by any of their names. */
export function createPlaceRoute(): Route {
  return defineRoute({
    method: 'get',
    path: '/places',
    operationId: 'findPlaces',
    tag: 'Eligibility',
    summary: 'Settlements by name',
    query: z.strictObject({
      q: textParam(100).meta({ description: 'Part of a name in any language' }),
      limit: countParam(1, 50).default(10).meta({ description: 'Most results' }),
      f: wordParam(['json']).optional(),
    }),
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

const DatasetInfo = z.strictObject({
  hash: z.string(),
  version: z.string(),
  checkedOn: IsoDate,
  registerDate: IsoDate,
  counts: z.record(z.string(), z.int()),
  licence: z.strictObject({ data: z.string(), code: z.string() }),
  links: z.array(Link),
});

/** `/dataset`: what all answers rest on. */
export function createDatasetRoute(): Route {
  return defineRoute({
    method: 'get',
    path: '/dataset',
    operationId: 'getDataset',
    tag: 'Facts',
    summary: 'Version, hash and licence of the data',
    query: JSON_QUERY,
    offers: [JSON_OFFER],
    answer: { description: 'The data set', content: { 'application/json': DatasetInfo } },
    respond({ origin }, { dataset, places, devices }) {
      const { hash, version, checkedOn, numbering, operators, regions, sources } = dataset;
      return jsonAnswer({
        hash,
        version,
        checkedOn,
        registerDate: numbering.registerDate,
        counts: {
          regions: regions.length,
          operators: operators.length,
          claims: operators.reduce((sum, operator) => sum + operator.claims.length, 0),
          sources: sources.length,
          places: places.length,
          devices: devices.length,
        },
        licence: { data: 'CC-BY-4.0', code: 'MIT' },
        links: [
          { href: apiHref(origin, '/dataset'), rel: 'self', type: 'application/json' },
          {
            href: `${origin}/downloads/index.json`,
            rel: 'enclosure',
            type: 'application/json',
            title: 'Downloads',
          },
        ],
      });
    },
  });
}
