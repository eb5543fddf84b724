import * as z from 'zod';
import {
  DIFFERENCE_TOPICS,
  differences,
  differenceTable,
} from '../../../data/core/features/differences.ts';
import { regionFacts, regionFactTable } from '../../../data/core/features/tables.ts';
import { writeCsv } from '../../../data/core/formats/csv.ts';
import { Source } from '../../../data/core/schema/claim.ts';
import { IsoDate, PartialDate } from '../../../data/core/schema/dates.ts';
import { RegionId, RegionScope, Slug } from '../../../data/core/schema/ids.ts';
import { LocalizedText } from '../../../data/core/schema/localized-text.ts';
import { Measure, MeasureUnit, MeasureValue } from '../../../data/core/schema/measure.ts';
import { NumberingTable } from '../../../data/core/schema/numbering.ts';
import { answerOf } from '../../middleware/answer.ts';
import type { Offer } from '../../middleware/negotiate.ts';
import { badParameters, notFound, ProblemError, shorten } from '../../middleware/problem.ts';
import { CSV_OFFER, defineGet, NO_QUERY, type Route } from '../../route.ts';
import type { Service } from '../../service.ts';
import { DOCUMENT_OFFERS, documentAnswer, documentContent } from '../html/json-document.ts';
import { regionParam, wordParam } from '../query-params.ts';

const RegionFacts = z.strictObject({
  facts: z.array(MeasureValue.extend({ measure: Slug, unit: MeasureUnit })),
  /** What was counted; numbers of two measures are not to be compared. */
  measures: z.array(Measure.omit({ values: true, checkedOn: true })),
  sources: z.record(Slug, Source),
});

const Differences = z.strictObject({
  asOf: IsoDate,
  differences: z.array(
    z.strictObject({
      topic: z.enum(DIFFERENCE_TOPICS),
      regionId: RegionId,
      operatorId: Slug.optional(),
      claimId: Slug,
      statement: LocalizedText,
      observedOn: PartialDate.optional(),
      sourceIds: z.array(Slug),
    }),
  ),
  sources: z.record(Slug, Source),
});

const OFFERS: readonly [Offer, ...Offer[]] = [...DOCUMENT_OFFERS, CSV_OFFER];

const REGION = regionParam().optional().describe('Only about this region');

/** `/region-facts`: what was counted in single regions, each number with its definition, year and source. */
export function createRegionFactRoute(): Route {
  return defineGet({
    path: '/region-facts',
    operationId: 'getRegionFacts',
    tag: 'Facts',
    summary: 'What was counted in single regions',
    description:
      'Numbers of different measures were counted differently and make no ranking; a region without a number was not counted.',
    query: z.strictObject({ region: REGION }),
    example: { region: 'RU-ZAB' },
    offers: OFFERS,
    answer: {
      description: 'The numbers, and what each of them means',
      content: { ...documentContent(RegionFacts), 'text/csv': undefined },
    },
    refusals: { 404: 'There is no such region' },
    respond(request, { dataset }) {
      const { region } = request.query;
      requireRegion(dataset, region);
      if (request.f === CSV_OFFER.f) {
        const table = regionFactTable(dataset);
        return answerOf(writeCsv(onlyRegion(table, region)), CSV_OFFER.type);
      }
      const facts = regionFacts(dataset, region);
      const counted = new Set(facts.map(({ measure }) => measure));
      const page = { title: 'What was counted in single regions', offers: OFFERS };
      return documentAnswer(request, page, {
        facts,
        measures: dataset.measures
          .filter(({ id }) => counted.has(id))
          .map(({ id, title, definition, unit }) => ({ id, title, definition, unit })),
        sources: sourcesCited(
          dataset,
          facts.map(({ sourceId }) => sourceId),
        ),
      });
    },
  });
}

/** `/differences`: in what regions differ from the common case. */
export function createDifferencesRoute(): Route {
  return defineGet({
    path: '/differences',
    operationId: 'getDifferences',
    tag: 'Facts',
    summary: 'In what regions differ from the common case',
    description:
      'What sources say of a region and of few others, by topic; a topic without evidence has no entries.',
    query: z.strictObject({
      region: REGION,
      topic: wordParam(DIFFERENCE_TOPICS).optional().meta({ description: 'Only this topic' }),
    }),
    example: { region: 'RU-PNZ' },
    offers: OFFERS,
    answer: {
      description: 'The differences and the documents that tell of them',
      content: { ...documentContent(Differences), 'text/csv': undefined },
    },
    refusals: { 404: 'There is no such region' },
    respond(request, { dataset }) {
      const { region, topic } = request.query;
      requireRegion(dataset, region);
      const asOf = dataset.checkedOn;
      if (request.f === CSV_OFFER.f) {
        const table = onlyRegion(differenceTable(dataset, asOf), region);
        const rows = table.rows.filter(([first]) => topic === undefined || first === topic);
        return answerOf(writeCsv({ ...table, rows }), CSV_OFFER.type);
      }
      const found = differences(dataset, asOf).filter(
        (one) =>
          (region === undefined || one.regionId === region) &&
          (topic === undefined || one.topic === topic),
      );
      const cited = found.flatMap(({ sourceIds }) => sourceIds);
      const page = { title: 'In what regions differ from the common case', offers: OFFERS };
      const sources = sourcesCited(dataset, cited);
      return documentAnswer(request, page, { asOf, differences: found, sources });
    },
  });
}

type Dataset = Service['dataset'];

function requireRegion({ regions }: Dataset, region: RegionId | undefined): void {
  const ids = regions.map(({ id }) => id);
  if (region !== undefined && !ids.includes(region))
    throw notFound('region', region, ids, 'region');
}

/** The rows of a table about one region, whose code stands under `region_id`. */
function onlyRegion<T extends ReturnType<typeof regionFactTable>>(
  table: T,
  region: RegionId | undefined,
): T {
  const column = table.columns.findIndex(({ name }) => name === 'region_id');
  if (region === undefined) return table;
  return { ...table, rows: table.rows.filter((row) => row[column] === region) };
}

function sourcesCited({ sources }: Dataset, ids: readonly string[]): Record<string, Source> {
  const cited = new Set(ids);
  return Object.fromEntries(
    sources.filter(({ id }) => cited.has(id)).map((source) => [source.id, source]),
  );
}

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
