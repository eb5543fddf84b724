import * as z from 'zod';
import { Source } from '../../data/schema/source.ts';
import { jsonAnswer } from '../http/answer.ts';
import { notFound } from '../problem.ts';
import { defineGet, JSON_OFFER, NO_QUERY, type Route } from '../route.ts';

/** `/sources`, `/sources/{sourceId}`. */
export function createSourceRoutes(): Route[] {
  const list = defineGet({
    path: '/sources',
    operationId: 'getSources',
    tag: 'Facts',
    summary: 'Cited documents',
    query: NO_QUERY,
    offers: [JSON_OFFER],
    answer: {
      description: 'Every document that a claim cites',
      content: { 'application/json': z.strictObject({ sources: z.array(Source) }) },
    },
    respond: (_request, { dataset }) => jsonAnswer({ sources: dataset.sources }),
  });
  const one = defineGet({
    path: '/sources/{sourceId}',
    operationId: 'getSource',
    tag: 'Facts',
    summary: 'One cited document',
    params: {
      sourceId: { description: 'Id of the source', example: 'numbering-register-2026-08-19' },
    },
    query: NO_QUERY,
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
