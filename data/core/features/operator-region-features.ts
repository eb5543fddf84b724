import type { Assessment, OperatorAssessment } from '../schema/assessment.ts';
import { AXIS_RECORDS } from '../schema/axis.ts';
import type { Dataset, DatasetRegion } from '../schema/dataset.ts';
import type { IsoDate } from '../schema/dates.ts';
import { SUPPORTS } from '../schema/support.ts';
import { VERDICTS } from '../schema/verdict.ts';
import {
  type Collection,
  type Column,
  type FlatFeature,
  type FlatValue,
  joinIds,
} from './collection.ts';
import {
  SHARING_COLUMNS,
  SUPPORT_COLUMNS,
  sharingProperties,
  supportProperties,
} from './support-columns.ts';

/** `sharedPlan` as a property name: `axis_shared_plan`. */
function axisColumn(axis: string): string {
  return `axis_${axis.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}

function axisColumns(record: (typeof AXIS_RECORDS)[number]): Column[] {
  const { id } = record;
  // Some axes are about devices that the default household has none of.
  const untouched =
    'optional' in record ? '; empty, as the default household does not touch it' : '';
  const assumed =
    'assumable' in record
      ? '; empty where it follows from the household or from a named assumption'
      : '';
  return [
    {
      name: axisColumn(id),
      type: 'string',
      description: `Value of the axis ${id}${untouched}`,
      values: VERDICTS,
      ...('optional' in record && { nullable: true }),
    },
    {
      name: `${axisColumn(id)}_support`,
      type: 'string',
      description: `How well the value of the axis ${id} is known for this region${assumed}`,
      values: SUPPORTS,
      ...('assumable' in record && { nullable: true }),
    },
  ];
}

const OPERATOR_REGION_COLUMNS: readonly Column[] = [
  { name: 'operator_id', type: 'string', description: 'Operator' },
  { name: 'operator_name', type: 'string', description: 'Brand in Russian' },
  { name: 'region_id', type: 'string', description: 'ISO 3166-2 code of the region' },
  { name: 'region_name_ru', type: 'string', description: 'Name of the region in Russian' },
  { name: 'region_name_en', type: 'string', description: 'Name of the region in English' },
  { name: 'region_name_zh', type: 'string', description: 'Name of the region in Chinese' },
  {
    name: 'verdict',
    type: 'string',
    description: 'Verdict for the default household with this operator',
    values: VERDICTS,
  },
  {
    name: 'plan_id',
    type: 'string',
    description: 'Plan that the axes speak of, if one is known',
    nullable: true,
  },
  ...AXIS_RECORDS.flatMap(axisColumns),
  {
    name: 'conditions',
    type: 'string',
    description: 'Codes of the conditions of the verdict, joined by semicolons',
  },
  ...SUPPORT_COLUMNS,
  ...SHARING_COLUMNS,
  {
    name: 'leads',
    type: 'string',
    description:
      'Claims too weak or about another place to decide anything, ids joined by semicolons',
  },
  {
    name: 'claims',
    type: 'string',
    description: 'Claims that decide the verdict, ids joined by semicolons',
  },
  {
    name: 'open_questions',
    type: 'string',
    description: 'What was looked for and not found, ids joined by semicolons',
  },
  { name: 'numbers', type: 'integer', description: 'Mobile numbers allocated here' },
  { name: 'as_of', type: 'date', description: 'Day for which the verdict was computed' },
  { name: 'dataset_version', type: 'string', description: 'Release of the data' },
];

function unique(ids: readonly string[]): string {
  return joinIds([...new Set(ids)].sort());
}

function properties(
  dataset: Dataset,
  region: DatasetRegion,
  operator: OperatorAssessment,
  asOf: IsoDate,
): Record<string, FlatValue> {
  const byAxis = new Map(operator.axes.map((result) => [result.axis, result]));
  const decisive = operator.axes
    .flatMap((result) => result.evidence)
    .filter((evidence) => evidence.role === 'decisive')
    .map((evidence) => evidence.claimId);
  const brand = dataset.operators.find((other) => other.id === operator.operatorId)?.brand.ru;
  return {
    operator_id: operator.operatorId,
    operator_name: brand ?? operator.operatorId,
    region_id: region.id,
    region_name_ru: region.name.ru,
    region_name_en: region.name.en,
    region_name_zh: region.name.zh,
    verdict: operator.verdict,
    plan_id: operator.planId ?? null,
    ...Object.fromEntries(
      AXIS_RECORDS.flatMap((record) => {
        const result = byAxis.get(record.id);
        const support = result?.support ?? ('assumable' in record ? null : 'none');
        return [
          [axisColumn(record.id), result?.value ?? null],
          [`${axisColumn(record.id)}_support`, support],
        ];
      }),
    ),
    conditions: unique(operator.conditions.map((condition) => condition.code)),
    ...supportProperties(operator),
    ...sharingProperties(operator.sharing),
    leads: unique(operator.leads.map(({ claimId }) => claimId)),
    claims: unique(decisive),
    open_questions: unique(operator.axes.flatMap((result) => result.openQuestionIds)),
    numbers: dataset.numbering.counts[operator.operatorId]?.[region.id] ?? 0,
    as_of: asOf,
    dataset_version: dataset.version,
  };
}

/**
 * The `operator-regions` collection: one point per operator and region (the region's label point), with
 * the axes as flat properties.
 */
export function operatorRegionCollection(input: {
  dataset: Dataset;
  asOf: IsoDate;
  assess: (regionId: string) => Assessment;
}): Collection {
  const { dataset, asOf, assess } = input;
  const features = dataset.regions.flatMap((region) =>
    assess(region.id)
      .operators.toSorted((a, b) => (a.operatorId < b.operatorId ? -1 : 1))
      .map(
        (operator): FlatFeature => ({
          type: 'Feature',
          id: `${operator.operatorId}-${region.id}`,
          geometry: { type: 'Point', coordinates: [...region.labelPoint] },
          properties: properties(dataset, region, operator, asOf),
        }),
      ),
  );
  return {
    id: 'operator-regions',
    title: 'Operators by region',
    description: 'One entry per operator and region with the value of each axis',
    geometryType: 'Point',
    columns: OPERATOR_REGION_COLUMNS,
    features,
  };
}

/** What a reader of one row wants to know of the region besides the operator's own values. */
const REGION_COLUMNS = ['type', 'federal_district', 'best_operators', 'support'] as const;

/**
 * The `regions` collection as a long table: one row per region and operator, for spreadsheets, where the wide
 * form with two columns per operator is hard to filter. `region_verdict` is the best over the operators.
 */
export function regionOperatorTable(regions: Collection, operatorRegions: Collection): Collection {
  const byId = new Map(regions.features.map((feature) => [feature.id, feature]));
  const regionVerdict = regions.columns.filter(({ name }) => name === 'verdict');
  const regionColumns = regions.columns.filter(({ name }) =>
    REGION_COLUMNS.some((wanted) => wanted === name),
  );
  return {
    ...regions,
    title: 'Regions by operator',
    description:
      'One row per region and operator: the verdict of the operator for the default household, its axes, and the verdict of the region.',
    columns: [
      ...operatorRegions.columns,
      ...regionVerdict.map((column) => ({ ...column, name: 'region_verdict' })),
      ...regionColumns.map((column) => ({ ...column, name: `region_${column.name}` })),
    ],
    features: operatorRegions.features.map((row): FlatFeature => {
      const region = byId.get(String(row.properties.region_id));
      return {
        ...row,
        geometry: region?.geometry ?? row.geometry,
        properties: {
          ...row.properties,
          region_verdict: region?.properties.verdict ?? null,
          ...Object.fromEntries(
            REGION_COLUMNS.map((name) => [`region_${name}`, region?.properties[name] ?? null]),
          ),
        },
      };
    }),
  };
}
