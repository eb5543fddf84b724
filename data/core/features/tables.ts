import { claimsById } from '../eligibility/claims/claim-index.ts';
import { CONFIDENCES, type Source } from '../schema/claim.ts';
import type { Dataset } from '../schema/dataset.ts';
import type { RegionId } from '../schema/ids.ts';
import type { Measure, MeasureValue } from '../schema/measure.ts';
import { type Column, type FlatValue, joinIds, type Table } from './collection.ts';

/** One number about one region, with the measure it belongs to. */
interface RegionFact extends MeasureValue {
  measure: string;
  unit: Measure['unit'];
}

/** The numbers of all measures, or those of one region, in the order of measures and regions. */
export function regionFacts(
  { measures }: Pick<Dataset, 'measures'>,
  regionId?: RegionId,
): RegionFact[] {
  return measures.flatMap(({ id, unit, values }) =>
    values
      .filter((value) => regionId === undefined || value.regionId === regionId)
      .toSorted((a, b) =>
        a.regionId < b.regionId ? -1 : a.regionId > b.regionId ? 1 : a.year - b.year,
      )
      .map((value) => ({ ...value, measure: id, unit })),
  );
}

/** All numbers about regions as a table, each row with its definition, so that none is read without it. */
export function regionFactTable(dataset: Dataset): Table {
  const measures = new Map(dataset.measures.map((measure) => [measure.id, measure]));
  const sources = new Map(dataset.sources.map((source) => [source.id, source]));
  const regions = new Map(dataset.regions.map(({ id, name }) => [id, name]));
  return {
    id: 'region-facts',
    title: 'Facts about regions',
    description:
      'What was counted in single regions. Different measures are counted differently: they make no ranking of regions.',
    columns: [
      { name: 'region_id', type: 'string', description: 'ISO 3166-2 code of the region' },
      { name: 'region_ru', type: 'string', description: 'Name in Russian' },
      { name: 'region_en', type: 'string', description: 'Name in English' },
      { name: 'measure', type: 'string', description: 'Id of what was counted' },
      { name: 'value', type: 'number', description: 'The number' },
      {
        name: 'bound',
        type: 'string',
        description: 'How the source limits it, where it is no exact count',
        nullable: true,
      },
      {
        name: 'of',
        type: 'number',
        description: 'What it is a part of, where told',
        nullable: true,
      },
      { name: 'unit', type: 'string', description: 'Unit of the number' },
      { name: 'year', type: 'integer', description: 'Year that it speaks of' },
      { name: 'definition_ru', type: 'string', description: 'What was counted, in Russian' },
      { name: 'definition_en', type: 'string', description: 'What was counted, in English' },
      { name: 'source_id', type: 'string', description: 'Id of the source' },
      { name: 'source_url', type: 'string', description: 'Where it was read' },
    ],
    rows: regionFacts(dataset).map((fact): FlatValue[] => [
      fact.regionId,
      regions.get(fact.regionId)?.ru ?? null,
      regions.get(fact.regionId)?.en ?? null,
      fact.measure,
      fact.value,
      fact.bound ?? null,
      fact.of ?? null,
      fact.unit,
      fact.year,
      measures.get(fact.measure)?.definition.ru ?? null,
      measures.get(fact.measure)?.definition.en ?? null,
      fact.sourceId,
      sources.get(fact.sourceId)?.url ?? null,
    ]),
  };
}

/** What a column says of a source; `claims` are those that cite it. */
interface SourceColumn extends Column {
  read(source: Source, claims: readonly { id: string; checkedOn: string }[]): FlatValue;
}

const COLUMNS: readonly SourceColumn[] = [
  {
    name: 'source_id',
    type: 'string',
    description: 'Id of the source, as claims name it',
    read: ({ id }) => id,
  },
  {
    name: 'title',
    type: 'string',
    description: 'Title of the document, in its own language',
    read: ({ title }) => title,
  },
  {
    name: 'publisher',
    type: 'string',
    description: 'Who published it',
    read: ({ publisher }) => publisher,
  },
  {
    name: 'url',
    type: 'string',
    description: 'Where it was read',
    read: ({ url }) => url,
  },
  {
    name: 'confidence',
    type: 'string',
    description:
      'Who speaks, from the strongest: operator or state, public register, press, others',
    values: CONFIDENCES,
    read: ({ confidence }) => confidence,
  },
  {
    name: 'language',
    type: 'string',
    description: 'Language of the document (BCP 47)',
    read: ({ language }) => language ?? null,
  },
  {
    name: 'observed_on',
    type: 'string',
    description:
      'Day, month or year that it speaks for: its publication, or the last reading of a live page; empty where undated',
    read: ({ observedOn }) => observedOn ?? null,
  },
  {
    name: 'checked_on',
    type: 'date',
    description: 'Last day on which a claim was checked against it; empty where no claim cites it',
    read: (_source, claims) =>
      claims
        .map(({ checkedOn }) => checkedOn)
        .sort()
        .at(-1) ?? null,
  },
  {
    name: 'claims',
    type: 'string',
    description: 'Ids of the claims that cite it, joined by semicolons',
    read: (_source, claims) => joinIds(claims.map(({ id }) => id)),
  },
];

/** Every cited document, a row each, for those who want to read it themselves. */
export function sourceTable(dataset: Dataset): Table {
  const claims = [...claimsById(dataset).values()];
  return {
    id: 'sources',
    title: 'Sources',
    description:
      'Every cited document: who published it, where and when it was read, what it is cited for.',
    columns: COLUMNS.map(({ read: _, ...column }) => column),
    rows: dataset.sources.map((source) => {
      const citing = claims.filter(({ sourceIds }) => sourceIds.includes(source.id));
      return COLUMNS.map(({ read }) => read(source, citing));
    }),
  };
}
