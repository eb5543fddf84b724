import type { OperatorAssessment, RegionSummary } from '../schema/assessment.ts';
import type { DatasetRegion } from '../schema/dataset.ts';
import { AXIS_RECORDS, SUPPORTS, VERDICTS } from '../schema/verdict.ts';
import { type CollectionDefinition, type Column, type FlatValue, joinIds } from './collection.ts';
import {
  createReportProperties,
  REPORT_COLUMNS,
  SHARING_COLUMNS,
  SUPPORT_COLUMNS,
  sharingProperties,
  supportProperties,
} from './shared-columns.ts';

/** `sharedPlan` as a property name: `axis_shared_plan`. */
function axisColumn(axis: string): string {
  return `axis_${axis.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}

/** The axes with the names of their two columns. */
const AXES_IN_COLUMNS = AXIS_RECORDS.map((record) => ({
  record,
  value: axisColumn(record.id),
  support: `${axisColumn(record.id)}_support`,
}));

function axisColumns({ record, ...names }: (typeof AXES_IN_COLUMNS)[number]): Column[] {
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
      name: names.value,
      type: 'string',
      description: `Value of the axis ${id}${untouched}`,
      values: VERDICTS,
      ...('optional' in record && { nullable: true }),
    },
    {
      name: names.support,
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
  ...AXES_IN_COLUMNS.flatMap(axisColumns),
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
  ...REPORT_COLUMNS,
  { name: 'as_of', type: 'date', description: 'Day for which the verdict was computed' },
  { name: 'dataset_version', type: 'date', description: 'Release of the data, named by its day' },
  {
    name: 'region_verdict',
    type: 'string',
    description: 'Best verdict over the operators of the region',
    values: VERDICTS,
  },
  {
    name: 'region_support',
    type: 'string',
    description: 'How well the verdict of the region is known',
    values: SUPPORTS,
  },
  { name: 'region_type', type: 'string', description: 'Kind of federal subject' },
  {
    name: 'region_federal_district',
    type: 'string',
    description: 'Federal district, in English',
  },
  {
    name: 'region_best_operators',
    type: 'string',
    description: 'Operators that reach the verdict of the region, ids joined by semicolons',
  },
];

function unique(ids: readonly string[]): string {
  return joinIds([...new Set(ids)].sort());
}

/** What an operator comes to, with the names of its columns in order; the same in all regions that share the assessment. */
function operatorProperties(operator: OperatorAssessment): Record<string, FlatValue> {
  const ofAxes: Record<string, FlatValue> = {};
  const decisive: string[] = [];
  const openQuestions: string[] = [];
  for (const { evidence, openQuestionIds } of operator.axes) {
    for (const { role, claimId } of evidence) if (role === 'decisive') decisive.push(claimId);
    openQuestions.push(...openQuestionIds);
  }
  for (const { record, value, support } of AXES_IN_COLUMNS) {
    const result = operator.axes.find(({ axis }) => axis === record.id);
    ofAxes[value] = result?.value ?? null;
    ofAxes[support] = result?.support ?? ('assumable' in record ? null : 'none');
  }
  return {
    verdict: operator.verdict,
    plan_id: operator.planId ?? null,
    ...ofAxes,
    conditions: unique(operator.conditions.map((condition) => condition.code)),
    ...supportProperties(operator),
    ...sharingProperties(operator.sharing),
    leads: unique(operator.leads.map(({ claimId }) => claimId)),
    claims: unique(decisive),
    open_questions: unique(openQuestions),
  };
}

/** The columns of a region, the same for all of its operators. */
function regionProperties(region: DatasetRegion, summary: RegionSummary) {
  return {
    named: {
      region_id: region.id,
      region_name_ru: region.name.ru,
      region_name_en: region.name.en,
      region_name_zh: region.name.zh,
    },
    summarised: {
      region_verdict: summary.verdict,
      region_support: summary.support,
      region_type: region.type,
      region_federal_district: region.federalDistrict.en,
      region_best_operators: joinIds(summary.bestOperatorIds),
    },
  };
}

/** One point per operator and region, the label point of the region, with the axes as flat properties. */
export const OPERATOR_REGIONS: CollectionDefinition = {
  id: 'operator-regions',
  title: 'Operators by region',
  description:
    'One entry per operator and region with the value of each axis, and the verdict of the region',
  geometryType: 'Point',
  limits: { standard: 10_000, largest: 10_000 },
  example: 'mts-RU-MOW',
  columns: () => OPERATOR_REGION_COLUMNS,
  *features({ dataset, asOf, assessOperators, summarise }) {
    const brands = new Map(dataset.operators.map(({ id, brand }) => [id, brand.ru]));
    const reportsOf = createReportProperties(dataset);
    const described = new Map<OperatorAssessment, Record<string, FlatValue>>();
    for (const region of dataset.regions) {
      const { named, summarised } = regionProperties(region, summarise(region.id));
      const operators = assessOperators(region.id);
      for (const operator of operators.toSorted((a, b) => (a.operatorId < b.operatorId ? -1 : 1))) {
        const { operatorId } = operator;
        const numbers = dataset.numbering.counts[operatorId]?.[region.id] ?? 0;
        const reports = reportsOf(region.id, operatorId);
        // A copy of a whole row with what the region changes is made five times as fast as a row out of its parts.
        const row = described.get(operator) ?? {
          operator_id: operatorId,
          operator_name: brands.get(operatorId) ?? operatorId,
          ...named,
          ...operatorProperties(operator),
          ...{ numbers, ...reports, as_of: asOf, dataset_version: dataset.version },
          ...summarised,
        };
        described.set(operator, row);
        yield {
          type: 'Feature',
          id: `${operatorId}-${region.id}`,
          geometry: { type: 'Point', coordinates: [...region.labelPoint] },
          properties: { ...row, ...named, numbers, ...reports, ...summarised },
        };
      }
    }
  },
  scopeOf: ({ properties: { region_id, operator_id } }) => ({
    regionId: String(region_id),
    operatorId: String(operator_id),
  }),
};
