import type { Dataset } from '../schema/dataset.ts';
import type { RegionId } from '../schema/ids.ts';
import type { Measure, MeasureValue } from '../schema/measure.ts';
import type { FlatValue, Table } from './collection.ts';

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
