import * as z from 'zod';
import { RegionScope } from '../../../data/core/schema/ids.ts';
import { NumberingTable } from '../../../data/core/schema/numbering.ts';
import { jsonAnswer } from '../../middleware/answer.ts';
import { badParameters, ProblemError, shorten } from '../../middleware/problem.ts';
import { defineGet, JSON_OFFER, NO_QUERY, type Route } from '../../route.ts';

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

/** `/numbering`: counts per operator and region; `/numbering/{prefix}`: who holds the numbers of a prefix. */
export function createNumberingRoutes(): Route[] {
  const table = defineGet({
    path: '/numbering',
    operationId: 'getNumbering',
    tag: 'Facts',
    summary: 'Mobile numbers per operator and region',
    query: NO_QUERY,
    offers: [JSON_OFFER],
    answer: {
      description: 'Counts out of the numbering register, with its date',
      content: { 'application/json': NumberingTable },
    },
    respond: (_request, { dataset }) => jsonAnswer(dataset.numbering),
  });
  const prefix = defineGet({
    path: '/numbering/{prefix}',
    operationId: 'getNumberingOfPrefix',
    tag: 'Facts',
    summary: 'Holder and home region of the numbers of a prefix',
    description:
      'Seven digits, never a whole number. A number that was ported is served by another operator than its holder. The register itself is not part of the data: until whoever runs the service has imported it (`npm run data:import-numbering`), every prefix answers 404. The counts at `/numbering` are there without it.',
    params: { prefix: { description: 'First seven digits after +7', example: '9161234' } },
    query: NO_QUERY,
    offers: [JSON_OFFER],
    answer: {
      description: 'Allocations, largest first',
      content: { 'application/json': Allocations },
    },
    refusals: {
      404: 'Nobody holds these numbers, or the register was not imported into this installation',
    },
    respond({ params }, { findAllocations }) {
      const wanted = params.prefix ?? '';
      if (!/^9\d{6}$/.test(wanted)) {
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
      return jsonAnswer(found);
    },
  });
  return [table, prefix];
}
