import * as z from 'zod';
import { RegionScope } from '../../../data/core/schema/ids.ts';
import { NumberingTable } from '../../../data/core/schema/numbering.ts';
import { badParameters, ProblemError, shorten } from '../../middleware/problem.ts';
import { defineGet, NO_QUERY, type Route } from '../../route.ts';
import { DOCUMENT_OFFERS, documentAnswer, documentContent } from '../html/json-document.ts';

const Allocations = z.strictObject({
  prefix: z.string(),
  registerDate: z.string(),
  allocations: z.array(
    z.strictObject({
      holderName: z.string(),
      operatorId: z.string().optional(),
      territoryName: z.string(),
      regionIds: RegionScope.optional(),
      numbers: z.int(),
    }),
  ),
  caveat: z.literal('number-portability'),
});

/** What a mobile number begins with: digits of `0` to `9` alone. */
const PREFIX = /^9[0-9]{6}$/;

/** `/numbering`: counts per operator and region; `/numbering/{prefix}`: who holds the numbers of a prefix. */
export function createNumberingRoutes(): Route[] {
  const table = defineGet({
    path: '/numbering',
    operationId: 'getNumbering',
    tag: 'Facts',
    summary: 'Mobile numbers per operator and region',
    query: NO_QUERY,
    offers: DOCUMENT_OFFERS,
    answer: {
      description: 'Counts out of the numbering register, with its date',
      content: documentContent(NumberingTable),
    },
    respond: (request, { dataset }) =>
      documentAnswer(
        request,
        { title: 'Mobile numbers per operator and region' },
        dataset.numbering,
      ),
  });
  const prefix = defineGet({
    path: '/numbering/{prefix}',
    operationId: 'getNumberingOfPrefix',
    tag: 'Facts',
    summary: 'Holder and home region of the numbers of a prefix',
    description:
      'Seven digits, never a whole number. A number that was ported is served by another operator than its holder. The register itself is not part of the data: until whoever runs the service has imported it (`npm run data:import-numbering`), every prefix answers 404. The counts at `/numbering` are there without it.',
    params: {
      prefix: {
        description: 'First seven digits after +7',
        example: '9161234',
        pattern: PREFIX.source,
      },
    },
    query: NO_QUERY,
    offers: DOCUMENT_OFFERS,
    answer: {
      description: 'Allocations, largest first',
      content: documentContent(Allocations),
    },
    refusals: {
      404: 'Nobody holds these numbers, or the register was not imported into this installation',
    },
    respond(request, { findAllocations }) {
      const wanted = request.params.prefix ?? '';
      if (!PREFIX.test(wanted)) {
        throw badParameters([
          {
            parameter: 'prefix',
            value: shorten(wanted),
            detail: 'expected the first seven digits of a mobile number, such as 9161234',
          },
        ]);
      }
      if (findAllocations === undefined) {
        throw new ProblemError(
          404,
          'the numbering register was not imported into this installation: npm run data:import-numbering',
        );
      }
      const found = findAllocations(wanted);
      if (found === undefined)
        throw new ProblemError(404, `nobody holds numbers that begin with ${wanted}`);
      return documentAnswer(request, { title: `Numbers that begin with ${wanted}` }, found);
    },
  });
  return [table, prefix];
}
