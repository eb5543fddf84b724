import type { Kind } from '../climb.ts';
import { address, between, often, oneOf } from './draw.ts';
import type { Named } from './household-kinds.ts';

/** The document that describes the API. */
export const API_DOCUMENT: Kind = {
  name: 'description of the API',
  parts: { f: oneOf('json', 'html', 'openapi3.1', 'yaml') },
  request: (query) => ({ path: address('/api/v1/api', query) }),
};

/** Lists of what is known, and single entries of them. */
export function factKinds({ regionIds, operatorIds }: Named): Kind[] {
  return [
    {
      name: 'facts of regions',
      parts: {
        path: oneOf('/region-facts', '/differences'),
        region: oneOf(undefined, ...regionIds),
        f: oneOf('json', 'html', 'csv'),
      },
      request: ({ path, ...query }) => ({ path: address(`/api/v1${path}`, query) }),
    },
    {
      name: 'numbers',
      // Without an imported register nobody holds the numbers of a prefix.
      answers: [200, 404],
      parts: {
        prefix: often(0.5, (random) => String(between(random, 9_000_000, 9_999_999))),
        f: oneOf('json', 'html'),
      },
      request: ({ prefix, f }) => ({
        path: address(prefix === undefined ? '/api/v1/numbering' : `/api/v1/numbering/${prefix}`, {
          f,
        }),
      }),
    },
    {
      name: 'lists',
      parts: {
        path: oneOf(
          '/',
          '/collections',
          '/collections/operator-regions',
          '/collections/operator-regions/queryables',
          '/collections/operator-regions/schema',
          '/conformance',
          '/dataset',
          '/numbering',
          '/operators',
          ...operatorIds.map((id) => `/operators/${id}`),
          '/sources',
          '/tileMatrixSets',
        ),
        f: oneOf('json', 'html', 'csv'),
      },
      request: ({ path, f }) => ({ path: address(`/api/v1${path}`, { f }) }),
    },
  ];
}
