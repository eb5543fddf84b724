import type { Assessment, AxisResult } from '../../data/core/schema/assessment.ts';
import type { Axis } from '../../data/core/schema/axis.ts';
import type { Dataset, DatasetRegion } from '../../data/core/schema/dataset.ts';
import type { RegionId } from '../../data/core/schema/ids.ts';
import { LANGUAGES, type Language } from '../../data/core/schema/localized-text.ts';
import type { PageData, PageRegion } from '../components/context/page-data.ts';
import { isOutsideMap } from '../components/outside-map.ts';
import { byName } from '../i18n/grammar/names.ts';

type OperatorAssessment = Assessment['operators'][number];

function axisValue(operator: OperatorAssessment, axis: Axis): AxisResult['value'] {
  return operator.axes.find((result) => result.axis === axis)?.value ?? 'unknown';
}

function byOperator<T>(
  assessment: Assessment,
  value: (operator: OperatorAssessment) => T,
): Record<string, T> {
  return Object.fromEntries(
    assessment.operators.map((operator) => [operator.operatorId, value(operator)]),
  );
}

/** Mobile numbers that the register gives each operator in a region; operators without any are left out. */
function numbersIn(dataset: Dataset, regionId: RegionId): Record<string, number> {
  return Object.fromEntries(
    Object.entries(dataset.numbering.counts).flatMap(([operatorId, counts]) => {
      const count = counts[regionId];
      return count === undefined ? [] : [[operatorId, count]];
    }),
  );
}

/** Mobile numbers that an operator holds in all the regions of the map. */
function numbersOf(dataset: Dataset, operatorId: string): number {
  const counts = dataset.numbering.counts[operatorId] ?? {};
  return dataset.regions.reduce((sum, { id }) => sum + (counts[id] ?? 0), 0);
}

/** A kilometre is exact enough to frame a region and costs half the bytes. */
const toHundredths = (degrees: number): number => Math.round(degrees * 100) / 100;

function createPageRegion(
  dataset: Dataset,
  region: DatasetRegion,
  assessment: Assessment,
  language: Language,
): PageRegion {
  const name = region.name[language];
  const [west, south, east, north] = region.bbox;
  const [lon, lat] = region.labelPoint;
  const others = [...LANGUAGES.map((each) => region.name[each]), ...region.aliases];
  const best = assessment.operators[0];
  const evidence = assessment.verdict === 'unknown' ? undefined : best;
  return {
    id: region.id,
    name,
    otherNames: [...new Set(others)].filter((other) => other !== name),
    verdict: assessment.verdict,
    operators: byOperator(assessment, (operator) => operator.verdict),
    ...(evidence?.confidence === undefined ? {} : { confidence: evidence.confidence }),
    ...(evidence?.freshness === undefined ? {} : { freshness: evidence.freshness }),
    presence: byOperator(assessment, (operator) => axisValue(operator, 'presence')),
    sharedPlanOperators: assessment.operators
      .filter(
        (operator) =>
          axisValue(operator, 'presence') !== 'no' &&
          ['partial', 'yes'].includes(axisValue(operator, 'sharedPlan')),
      )
      .map((operator) => operator.operatorId),
    numbers: numbersIn(dataset, region.id),
    neighbours: region.neighbours,
    bbox: [toHundredths(west), toHundredths(south), toHundredths(east), toHundredths(north)],
    labelPoint: [toHundredths(lon), toHundredths(lat)],
  };
}

/** The data that the map page carries in its HTML, for the default household and in one language. */
export function createPageData(
  dataset: Dataset,
  assess: (regionId: RegionId) => Assessment,
  language: Language,
  reportUrl?: string,
): PageData {
  const assessments = new Map(dataset.regions.map((region) => [region.id, assess(region.id)]));
  const assessed = new Set(
    [...assessments.values()].flatMap((each) =>
      each.operators.map((operator) => operator.operatorId),
    ),
  );
  return {
    language,
    asOf: [...assessments.values()][0]?.asOf ?? dataset.checkedOn,
    datasetHash: dataset.hash,
    ...(reportUrl === undefined ? {} : { reportUrl }),
    // A search that finds several shows them in this order.
    regions: byName(language, dataset.regions, ({ name }) => name[language]).flatMap((region) => {
      const assessment = assessments.get(region.id);
      return assessment === undefined
        ? []
        : [createPageRegion(dataset, region, assessment, language)];
    }),
    operators: dataset.operators
      .filter(({ id }) => assessed.has(id) && !isOutsideMap(dataset, id))
      .toSorted((a, b) => numbersOf(dataset, b.id) - numbersOf(dataset, a.id))
      .map((operator) => ({ id: operator.id, name: operator.brand[language] })),
  };
}
