import * as z from 'zod';
import { DatasetOperator } from '../../data/schema/dataset-claim.ts';
import { Slug } from '../../data/schema/ids.ts';
import { LocalizedText } from '../../data/schema/localized-text.ts';
import { Source } from '../../data/schema/source.ts';
import { jsonAnswer } from '../http/answer.ts';
import { apiHref, Link } from '../links.ts';
import { notFound } from '../problem.ts';
import { defineGet, JSON_OFFER, NO_QUERY, type Route } from '../route.ts';

const OperatorSummary = z.strictObject({
  id: Slug,
  brand: LocalizedText,
  kind: z.enum(['mno', 'mvno']),
  hostOperatorId: z.string().optional(),
  market: z.enum(['consumer', 'machine']),
  planIds: z.array(Slug),
  links: z.array(Link),
});

/** `/operators`, `/operators/{operatorId}`: everything known, claim by claim. */
export function createOperatorRoutes(): Route[] {
  return [listRoute(), oneRoute()];
}

function listRoute(): Route {
  return defineGet({
    path: '/operators',
    operationId: 'getOperators',
    tag: 'Facts',
    summary: 'Operators',
    query: NO_QUERY,
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
}

function oneRoute(): Route {
  return defineGet({
    path: '/operators/{operatorId}',
    operationId: 'getOperator',
    tag: 'Facts',
    summary: 'One operator with its claims, plans and sources',
    params: { operatorId: { description: 'Id of the operator', example: 'mts' } },
    query: NO_QUERY,
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
}
