import * as z from 'zod';
import { countContents } from '../../data/features/count-contents.ts';
import { IsoDate } from '../../data/schema/dates.ts';
import { jsonAnswer } from '../http/answer.ts';
import { apiHref, Link } from '../links.ts';
import { defineGet, JSON_OFFER, NO_QUERY, type Route } from '../route.ts';

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
    offers: [JSON_OFFER],
    answer: { description: 'The data set', content: { 'application/json': DatasetInfo } },
    respond({ origin }, { dataset, places, devices }) {
      const { hash, version, checkedOn, numbering } = dataset;
      return jsonAnswer({
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
      });
    },
  });
}
