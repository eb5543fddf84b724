import { claimsById } from '../data/core/eligibility/claims/claim-index.ts';
import type { Assessor } from '../data/core/eligibility/create-assessor.ts';
import { consumerOperators } from '../data/core/eligibility/operators.ts';
import type { NumberingLookup } from '../data/core/numbering/create-numbering-lookup.ts';
import type { Assessment } from '../data/core/schema/assessment.ts';
import type { Source } from '../data/core/schema/claim.ts';
import type {
  Dataset,
  DatasetClaim,
  DatasetOperator,
  DatasetRegion,
} from '../data/core/schema/dataset.ts';
import type { IsoDate } from '../data/core/schema/dates.ts';
import type { DeviceModel } from '../data/core/schema/device.ts';
import type { Household } from '../data/core/schema/household.ts';
import type { Language } from '../data/core/schema/localized-text.ts';
import type { Location, Place } from '../data/core/schema/region.ts';
import type { ChangeLog, DownloadEntry } from '../data/core/schema/release.ts';
import type { PlaceSearch } from '../data/core/search/place-search.ts';
import type { SearchableRegion } from '../data/core/search/search-entries.ts';

/** Geometry of a region in RFC 7946 form, split at the antimeridian. */
export type RegionGeometry = GeoJSON.Polygon | GeoJSON.MultiPolygon;

/** An assessment with the household that it is about; the default one where absent. */
export interface Assessed {
  readonly assessment: Assessment;
  readonly household?: Household | undefined;
}

/** Everything the service answers from. It is loaded once and never changes. */
export interface Facts {
  readonly dataset: Dataset;
  readonly devices: readonly DeviceModel[];
  readonly places: readonly Place[];
  /** Released versions and what each changed. */
  readonly changes: ChangeLog;
  /** Files that the data can be downloaded as. */
  readonly downloads: readonly DownloadEntry[];
  readonly geometries: ReadonlyMap<string, RegionGeometry>;
  readonly assessor: Assessor;
  locate(lon: number, lat: number): Location;
  /** Regions, settlements and places outside the map by any of their names. */
  readonly findPlaces: PlaceSearch<SearchableRegion, Place>['search'];
  /** Who holds the numbers of a seven-digit prefix; absent where no register was imported. */
  readonly findAllocations?: NumberingLookup | undefined;
  /** The answer in a few lines for a terminal, about its household, with the address of its page at an origin. */
  plainText(assessed: Assessed, language: Language, origin: string): string;
}

/** The facts with the look-ups that routes need. */
export interface Service extends Facts {
  /** The same service over the facts of a released version, by version. */
  readonly releases: ReadonlyMap<string, Service>;
  /** Present day, the only thing that comes from a clock; never before the day on which the data were checked. */
  today(): IsoDate;
  readonly regionById: ReadonlyMap<string, DatasetRegion>;
  readonly operatorById: ReadonlyMap<string, DatasetOperator>;
  readonly sourceById: ReadonlyMap<string, Source>;
  readonly claimById: ReadonlyMap<string, DatasetClaim>;
  /** Operators that sell to families, in the order of the data set. */
  readonly consumerOperators: readonly DatasetOperator[];
}

/** Adds the look-ups to the facts. `releases`: services over the facts of earlier versions. */
export function createService(
  facts: Facts,
  today: () => IsoDate,
  releases: ReadonlyMap<string, Service> = new Map(),
): Service {
  const { dataset } = facts;
  return {
    ...facts,
    releases,
    today: () => laterOf(today(), dataset.checkedOn),
    regionById: byId(dataset.regions),
    operatorById: byId(dataset.operators),
    sourceById: byId(dataset.sources),
    claimById: claimsById(dataset),
    consumerOperators: consumerOperators(dataset),
  };
}

/** A clock that is behind the data is wrong: nobody checked them in the future. */
function laterOf(day: IsoDate, checkedOn: IsoDate): IsoDate {
  return day < checkedOn ? checkedOn : day;
}

function byId<T extends { id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
