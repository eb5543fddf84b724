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
import { RegionId, Slug } from '../../../data/core/schema/ids.ts';
import { LocalizedText } from '../../../data/core/schema/localized-text.ts';
import { Measure, MeasureUnit, MeasureValue } from '../../../data/core/schema/measure.ts';
import { answerOf } from '../../middleware/answer.ts';
import type { Offer } from '../../middleware/negotiate.ts';
import { notFound } from '../../middleware/problem.ts';
import { CSV_OFFER, defineGet, type Route } from '../../route.ts';
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
