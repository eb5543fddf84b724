import * as z from 'zod';
import { Source } from '../../../data/core/schema/claim.ts';
import { countContents, DatasetOperator } from '../../../data/core/schema/dataset.ts';
import { IsoDate } from '../../../data/core/schema/dates.ts';
import { Slug } from '../../../data/core/schema/ids.ts';
import { LocalizedText } from '../../../data/core/schema/localized-text.ts';
import { apiHref, Link } from '../../links.ts';
import { notFound } from '../../middleware/problem.ts';
import { entryOfPath } from '../../middleware/refusals.ts';
import { defineGet, NO_QUERY, type Route } from '../../route.ts';
import { DOCUMENT_OFFERS, documentAnswer, documentContent } from '../html/json-document.ts';

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
  return defineGet({
    path: '/dataset',
    operationId: 'getDataset',
    tag: 'Facts',
    summary: 'Version, hash and licence of the data',
    query: NO_QUERY,
    offers: DOCUMENT_OFFERS,
    answer: { description: 'The data set', content: documentContent(DatasetInfo) },
    respond(request, { dataset, places, devices }) {
      const { origin } = request;
      const { hash, version, checkedOn, numbering } = dataset;
      const about = {
        hash,
        version,
        checkedOn,
        registerDate: numbering.registerDate,
        counts: countContents(dataset, devices, places),
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
      };
      return documentAnswer(request, { title: 'Data set' }, about);
    },
  });
}

/** `/sources`, `/sources/{sourceId}`. */
export function createSourceRoutes(): Route[] {
  const list = defineGet({
    path: '/sources',
    operationId: 'getSources',
    tag: 'Facts',
    summary: 'Cited documents',
    query: NO_QUERY,
    offers: DOCUMENT_OFFERS,
    answer: {
      description: 'Every document that a claim cites',
      content: documentContent(z.strictObject({ sources: z.array(Source) })),
    },
    respond: (request, { dataset }) =>
      documentAnswer(request, { title: 'Sources' }, { sources: dataset.sources }),
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
    offers: DOCUMENT_OFFERS,
    answer: { description: 'The document', content: documentContent(Source) },
    refusals: { 404: 'There is no such source' },
    respond(request, service) {
      const id = request.params.sourceId ?? '';
      const source = entryOfPath(request, id, service.sourceById);
      if (source === undefined) throw notFound('source', id, [], 'sourceId');
      return documentAnswer(request, { title: source.title }, source);
    },
  });
  return [list, one];
}

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
    offers: DOCUMENT_OFFERS,
    answer: {
      description: 'All operators, those for machines only among them',
      content: documentContent(z.strictObject({ operators: z.array(OperatorSummary) })),
    },
    respond(request, { dataset }) {
      const { origin } = request;
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
      return documentAnswer(request, { title: 'Operators' }, { operators });
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
    offers: DOCUMENT_OFFERS,
    answer: {
      description: 'The operator, and the sources its claims cite',
      content: documentContent(
        z.strictObject({
          operator: DatasetOperator,
          /** The operator's contacts, for those who look for these alone. */
          contacts: DatasetOperator.shape.contacts,
          sources: z.record(Slug, Source),
        }),
      ),
    },
    refusals: { 404: 'There is no such operator' },
    respond(request, service) {
      const id = request.params.operatorId ?? '';
      const operator = entryOfPath(request, id, service.operatorById);
      if (operator === undefined)
        throw notFound('operator', id, [...service.operatorById.keys()], 'operatorId');
      const { contacts } = operator;
      const cited = new Set([
        ...operator.claims.flatMap((claim) => claim.sourceIds),
        ...contacts.map(({ sourceId }) => sourceId),
      ]);
      const sources = service.dataset.sources.filter((source) => cited.has(source.id));
      const answer = {
        operator,
        contacts,
        sources: Object.fromEntries(sources.map((source) => [source.id, source])),
      };
      return documentAnswer(request, { title: operator.brand.en }, answer);
    },
  });
}
