import { limitsReportedIn } from '../eligibility/claims/restrictions.ts';
import type { Claim, Topic } from '../schema/claim.ts';
import type { Dataset, DatasetClaim } from '../schema/dataset.ts';
import { type IsoDate, isValidOn } from '../schema/dates.ts';
import type { RegionId } from '../schema/ids.ts';
import type { LocalizedText } from '../schema/localized-text.ts';
import type { Table } from './collection.ts';

/** What regions can differ in. Codes here, words in `client/i18n`. */
export const DIFFERENCE_TOPICS = [
  'plans',
  'esim',
  'limits',
  'presence',
  'terms',
  'networks',
] as const;
export type DifferenceTopic = (typeof DIFFERENCE_TOPICS)[number];

/** One thing in which a region differs from the common case, as claims tell it. */
export interface Difference {
  topic: DifferenceTopic;
  regionId: RegionId;
  /** The operator that it is about; absent where it is about all of them or the region. */
  operatorId?: string;
  claimId: string;
  statement: LocalizedText;
  /** Day that the evidence speaks for; absent where it is undated. */
  observedOn?: string;
  sourceIds: readonly string[];
}

/** Where each kind of claim is told; what is not named differs by no region. */
const TOPIC_OF: Partial<Record<Topic, DifferenceTopic>> = {
  'family-plan': 'plans',
  'family-terms': 'plans',
  companion: 'plans',
  esim: 'esim',
  'esim-channel': 'esim',
  presence: 'presence',
  numbering: 'presence',
  'home-region': 'terms',
  'local-exception': 'terms',
  network: 'networks',
};

/** A claim about more regions than these tells the common case, not a difference from it. */
const FEW_REGIONS = 20;

/**
 * In what each region differs from the common case on a day: what sources say of this very region and of few others. A topic
 * without evidence has no entries. Ordered by topic, region and claim.
 */
export function differences(dataset: Dataset, asOf: IsoDate): Difference[] {
  const found = [
    ...dataset.operators
      .filter(({ market }) => market === 'consumer')
      .flatMap(({ id, claims }) => claims.flatMap((claim) => told(claim, dataset, asOf, id))),
    ...dataset.background.flatMap(({ claims }) =>
      claims.flatMap((claim) => told(claim, dataset, asOf)),
    ),
    ...limits(dataset, asOf),
  ];
  return found.toSorted((a, b) => compareText(keyOf(a), keyOf(b)));
}

function told(
  claim: DatasetClaim,
  dataset: Dataset,
  asOf: IsoDate,
  operatorId?: string,
): Difference[] {
  const topic = TOPIC_OF[claim.topic];
  if (topic === undefined || claim.inheritedFrom !== undefined || !isValidOn(claim, asOf))
    return [];
  const scope = regionsOf(claim, dataset);
  if (scope.length > FEW_REGIONS) return [];
  return scope.map((regionId) => entry(topic, regionId, claim, operatorId));
}

function limits(dataset: Dataset, asOf: IsoDate): Difference[] {
  return dataset.regions.flatMap(({ id }) =>
    limitsReportedIn(dataset.restrictions, id, asOf).flatMap(({ claims }) =>
      claims
        .filter((claim) => regionsOf(claim, dataset).includes(id))
        .map((claim) => entry('limits', id, claim)),
    ),
  );
}

/** Mapped regions that a claim's sources speak of; none for a claim of the country or carried over from elsewhere. */
function regionsOf(claim: Claim, { regions }: Dataset): RegionId[] {
  const { regionIds, reach = 'own' } = claim;
  if (regionIds === 'RU' || reach !== 'own') return [];
  return regions.map(({ id }) => id).filter((id) => regionIds.includes(id));
}

function entry(
  topic: DifferenceTopic,
  regionId: RegionId,
  claim: DatasetClaim,
  operatorId?: string,
): Difference {
  const { id, statement, observedOn, sourceIds } = claim;
  return {
    topic,
    regionId,
    ...(operatorId === undefined ? {} : { operatorId }),
    claimId: id,
    statement,
    ...(observedOn === undefined ? {} : { observedOn }),
    sourceIds,
  };
}

function keyOf({ topic, regionId, claimId }: Difference): string {
  return `${DIFFERENCE_TOPICS.indexOf(topic)} ${regionId} ${claimId}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The same as a table, in all three languages. */
export function differenceTable(dataset: Dataset, asOf: IsoDate): Table {
  const regions = new Map(dataset.regions.map(({ id, name }) => [id, name]));
  const brands = new Map(dataset.operators.map(({ id, brand }) => [id, brand]));
  const urls = new Map(dataset.sources.map(({ id, url }) => [id, url]));
  return {
    id: 'differences',
    title: 'What differs between regions',
    description:
      'In what single regions differ from the common case, a row for each region and claim, with sources.',
    columns: [
      { name: 'topic', type: 'string', description: 'What it is about', values: DIFFERENCE_TOPICS },
      { name: 'region_id', type: 'string', description: 'ISO 3166-2 code of the region' },
      { name: 'region_ru', type: 'string', description: 'Name in Russian' },
      { name: 'region_en', type: 'string', description: 'Name in English' },
      { name: 'region_zh', type: 'string', description: 'Name in Chinese' },
      {
        name: 'operator_ru',
        type: 'string',
        description: 'Operator that it is about, in Russian',
        nullable: true,
      },
      {
        name: 'operator_en',
        type: 'string',
        description: 'Operator that it is about, in English',
        nullable: true,
      },
      { name: 'statement_ru', type: 'string', description: 'What the sources say, in Russian' },
      { name: 'statement_en', type: 'string', description: 'What the sources say, in English' },
      { name: 'statement_zh', type: 'string', description: 'What the sources say, in Chinese' },
      {
        name: 'observed_on',
        type: 'string',
        description: 'Day, month or year that they speak for; empty where undated',
        nullable: true,
      },
      { name: 'claim_id', type: 'string', description: 'Id of the claim' },
      {
        name: 'source_urls',
        type: 'string',
        description: 'Where it was read, separated by spaces',
      },
    ],
    rows: differences(dataset, asOf).map(
      ({ topic, regionId, operatorId = '', claimId, statement, observedOn, sourceIds }) => [
        topic,
        regionId,
        regions.get(regionId)?.ru ?? null,
        regions.get(regionId)?.en ?? null,
        regions.get(regionId)?.zh ?? null,
        brands.get(operatorId)?.ru ?? null,
        brands.get(operatorId)?.en ?? null,
        statement.ru,
        statement.en,
        statement.zh,
        observedOn ?? null,
        claimId,
        sourceIds.flatMap((id) => urls.get(id) ?? []).join(' '),
      ],
    ),
  };
}
