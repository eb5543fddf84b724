import { LIMITS, mobileInternetLimits } from '../eligibility/claims/restrictions.ts';
import { consumerOperators } from '../eligibility/operators.ts';
import type { RegionSummary } from '../schema/assessment.ts';
import type { Dataset, DatasetRegion } from '../schema/dataset.ts';
import type { IsoDate } from '../schema/dates.ts';
import { SUPPORTS, VERDICTS, type Verdict } from '../schema/verdict.ts';
import { type CollectionDefinition, type Column, type FlatValue, joinIds } from './collection.ts';
import {
  createReportProperties,
  REPORT_COLUMNS,
  SHARING_COLUMNS,
  SUPPORT_COLUMNS,
  sharingProperties,
  supportProperties,
} from './shared-columns.ts';

/** `alfa-mobile` as part of a property name: `alfa_mobile`, which every SQL dialect takes unquoted. */
function columnKey(operatorId: string): string {
  return operatorId.replaceAll('-', '_');
}

/** Columns of the `regions` collection; three of them for each operator of the dataset. */
function regionColumns(dataset: Dataset): Column[] {
  const perOperator = consumerOperators(dataset).flatMap(({ id }): Column[] => [
    {
      name: `verdict_${columnKey(id)}`,
      type: 'string',
      description: `Verdict of operator ${id} in this region`,
      values: VERDICTS,
    },
    {
      name: `support_${columnKey(id)}`,
      type: 'string',
      description: `How well the verdict of operator ${id} is known for this region`,
      values: SUPPORTS,
    },
    {
      name: `numbers_${columnKey(id)}`,
      type: 'integer',
      description: `Mobile numbers that the register of ${dataset.numbering.registerDate} allocates to ${id} here; a merged territory counts fully`,
    },
  ]);
  return [
    { name: 'region_id', type: 'string', description: 'ISO 3166-2 code of the region' },
    { name: 'name_ru', type: 'string', description: 'Name in Russian' },
    { name: 'name_en', type: 'string', description: 'Name in English' },
    { name: 'name_zh', type: 'string', description: 'Name in Chinese' },
    { name: 'type', type: 'string', description: 'Kind of federal subject' },
    { name: 'federal_district', type: 'string', description: 'Federal district, in English' },
    {
      name: 'verdict',
      type: 'string',
      description: 'Best verdict over the operators for the default household',
      values: VERDICTS,
    },
    {
      name: 'best_operators',
      type: 'string',
      description: 'Operators that reach the verdict, ids joined by semicolons',
    },
    ...VERDICTS.toReversed().map((verdict) => ({
      name: `operators_${verdict}`,
      type: 'integer' as const,
      description: `Number of operators with the verdict ${verdict}`,
    })),
    ...SUPPORT_COLUMNS,
    ...SHARING_COLUMNS,
    {
      name: 'mobile_internet_limits',
      type: 'string',
      description:
        'Gravest limits of mobile internet that a source of the last two years reports of this region',
      values: LIMITS,
    },
    {
      name: 'limits_last_reported_on',
      type: 'date',
      description: 'Last day for which such limits are reported; empty where none are known',
      nullable: true,
    },
    ...REPORT_COLUMNS,
    ...perOperator,
    { name: 'as_of', type: 'date', description: 'Day for which the verdict was computed' },
    { name: 'dataset_version', type: 'date', description: 'Release of the data, named by its day' },
  ];
}

/** What is the same of all regions. */
interface Known {
  readonly dataset: Dataset;
  readonly asOf: IsoDate;
  readonly operators: readonly { id: string; key: string }[];
  readonly reportsOf: (regionId: string) => Record<string, FlatValue>;
}

function regionProperties(
  { dataset, asOf, operators, reportsOf }: Known,
  region: DatasetRegion,
  summary: RegionSummary,
): Record<string, FlatValue> {
  const verdicts = Object.values(summary.operatorVerdicts);
  const count = (verdict: Verdict) => verdicts.filter((other) => other === verdict).length;
  const { limits, lastReportedOn } = mobileInternetLimits(dataset.restrictions, region.id, asOf);
  const properties: Record<string, FlatValue> = {
    region_id: region.id,
    name_ru: region.name.ru,
    name_en: region.name.en,
    name_zh: region.name.zh,
    type: region.type,
    federal_district: region.federalDistrict.en,
    verdict: summary.verdict,
    best_operators: joinIds(summary.bestOperatorIds),
    operators_yes: count('yes'),
    operators_partial: count('partial'),
    operators_unknown: count('unknown'),
    operators_no: count('no'),
    ...supportProperties(summary),
    ...sharingProperties(summary.sharing),
    mobile_internet_limits: limits,
    limits_last_reported_on: lastReportedOn ?? null,
    ...reportsOf(region.id),
  };
  for (const { id, key } of operators) {
    properties[`verdict_${key}`] = summary.operatorVerdicts[id] ?? 'unknown';
    properties[`support_${key}`] = summary.operatorSupports[id] ?? 'none';
    properties[`numbers_${key}`] = dataset.numbering.counts[id]?.[region.id] ?? 0;
  }
  properties.as_of = asOf;
  properties.dataset_version = dataset.version;
  return properties;
}

/** One polygon per federal subject, with its verdict. Throws where a region has no outline. */
export const REGIONS: CollectionDefinition = {
  id: 'regions',
  title: 'Regions',
  description:
    'The 83 federal subjects of ISO 3166-2:RU with the verdict for the default household',
  geometryType: 'MultiPolygon',
  limits: { standard: 1_000, largest: 10_000 },
  example: 'RU-MOW',
  columns: regionColumns,
  *features({ dataset, geometries, asOf, summarise }) {
    const operators = consumerOperators(dataset).map(({ id }) => ({ id, key: columnKey(id) }));
    const known: Known = { dataset, asOf, operators, reportsOf: createReportProperties(dataset) };
    for (const region of dataset.regions) {
      const geometry = geometries.get(region.id);
      if (geometry === undefined)
        throw new Error(`The boundaries have no feature with the id ${region.id}.`);
      yield {
        type: 'Feature',
        id: region.id,
        geometry,
        properties: regionProperties(known, region, summarise(region.id)),
      };
    }
  },
  scopeOf: ({ id }) => ({ regionId: id }),
};
