import { mobileInternetLimits } from '../../data/core/eligibility/claims/restrictions.ts';
import { isOutsideMap } from '../../data/core/eligibility/operators.ts';
import type { Assessment } from '../../data/core/schema/assessment.ts';
import type { Dataset, DatasetRegion } from '../../data/core/schema/dataset.ts';
import type { IsoDate } from '../../data/core/schema/dates.ts';
import type { RegionId } from '../../data/core/schema/ids.ts';
import { LANGUAGES, type Language } from '../../data/core/schema/localized-text.ts';
import type { PageContext } from '../components/context/page-context.ts';
import type { PageData, PageRegion } from '../components/context/page-data.ts';
import { byName } from '../i18n/grammar/names.ts';
import { pageLayers } from './map-layers.ts';

/** Mobile numbers that an operator holds in all the regions of the map. */
function numbersOf(dataset: Dataset, operatorId: string): number {
  const counts = dataset.numbering.counts[operatorId] ?? {};
  return dataset.regions.reduce((sum, { id }) => sum + (counts[id] ?? 0), 0);
}

/** A kilometre is exact enough to frame a region and costs half the bytes. */
const toHundredths = (degrees: number): number => Math.round(degrees * 100) / 100;

function createPageRegion(
  region: DatasetRegion,
  assessment: Assessment,
  language: Language,
): PageRegion {
  const name = region.name[language];
  const [west, south, east, north] = region.bbox;
  const [lon, lat] = region.labelPoint;
  const others = [...LANGUAGES.map((each) => region.name[each]), ...region.aliases];
  return {
    id: region.id,
    name,
    otherNames: [...new Set(others)].filter((other) => other !== name),
    verdict: assessment.verdict,
    neighbours: region.neighbours,
    bbox: [toHundredths(west), toHundredths(south), toHundredths(east), toHundredths(north)],
    labelPoint: [toHundredths(lon), toHundredths(lat)],
  };
}

/** Regions where something differs from the rest today: lasting limits of mobile internet, terms of the region's own. */
function signsIn(dataset: Dataset, asOf: IsoDate): string[] {
  const ownTerms = new Set(
    dataset.operators.flatMap(({ localExceptions }) =>
      localExceptions.filter(({ wholeRegion }) => wholeRegion).map(({ regionId }) => regionId),
    ),
  );
  return dataset.regions
    .map(({ id }) => id)
    .filter(
      (id) =>
        ownTerms.has(id) ||
        mobileInternetLimits(dataset.restrictions, id, asOf).limits === 'lasting-zones',
    );
}

/** The data that the map page has in its HTML, for the default household and in one language. */
export function createPageData(source: PageDataSource, language: Language): PageData {
  const { dataset, asOf, reportUrl } = source;
  const assessments = new Map(dataset.regions.map(({ id }) => [id, source.assess(id)]));
  const assess = (id: RegionId): Assessment => assessments.get(id) ?? source.assess(id);
  const regions = byName(language, dataset.regions, ({ name }) => name[language]);
  const assessed = new Set(
    regions.flatMap(({ id }) => assess(id).operators.map(({ operatorId }) => operatorId)),
  );
  const operators = dataset.operators
    .filter(({ id }) => assessed.has(id) && !isOutsideMap(dataset, id))
    .toSorted((a, b) => numbersOf(dataset, b.id) - numbersOf(dataset, a.id))
    .map((operator) => ({ id: operator.id, name: operator.brand[language] }));
  return {
    language,
    asOf,
    datasetHash: dataset.hash,
    ...(reportUrl === undefined ? {} : { reportUrl }),
    // A search that finds several shows them in this order.
    regions: regions.map((region) => createPageRegion(region, assess(region.id), language)),
    operators,
    layers: pageLayers({ dataset, asOf, assess, language, regions, operators }),
    signs: signsIn(dataset, asOf),
  };
}

const KEPT = new WeakMap<PageDataSource, Map<Language, PageData>>();

/** The same, made once for all pages of a context: it is most of what drawing the map's page takes. */
export function pageDataOf(source: PageDataSource, language: Language): PageData {
  const known = KEPT.get(source) ?? new Map<Language, PageData>();
  KEPT.set(source, known);
  const data = known.get(language) ?? createPageData(source, language);
  known.set(language, data);
  return data;
}

/** What the page's data is made from: a part of the context of pages. */
type PageDataSource = Pick<PageContext, 'dataset' | 'asOf' | 'assess' | 'reportUrl'>;
