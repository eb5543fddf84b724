import type { Assessment } from '../../../data/core/schema/assessment.ts';
import type { Dataset } from '../../../data/core/schema/dataset.ts';
import type { IsoDate } from '../../../data/core/schema/dates.ts';
import type { DeviceModel } from '../../../data/core/schema/device.ts';
import type { RegionId } from '../../../data/core/schema/ids.ts';
import type { Language } from '../../../data/core/schema/localized-text.ts';
import type { Place } from '../../../data/core/schema/region.ts';
import type { ChangeLog, DownloadEntry } from '../../../data/core/schema/release.ts';
import type { PlaceSearch } from '../../../data/core/search/place-search.ts';
import type { SearchableRegion } from '../../../data/core/search/search-entries.ts';

/** Addresses of the built browser files, read from Vite's manifest by whoever renders pages. */
export interface PageAssets {
  /** Module script of the page; absent when the page needs none. */
  script?: string;
  stylesheets: string[];
  /** Files the browser should fetch early. */
  preload: string[];
  /** Words of a language that the script asks for at once, with what they need. */
  words?: Readonly<Record<Language, readonly string[]>> | undefined;
}

/** The country as SVG paths in one frame, made by the build: Chukotka in one piece. */
export interface CountryOutlines {
  /** `viewBox` of the frame. */
  viewBox: string;
  /** Path data of each region. */
  paths: Readonly<Record<RegionId, string>>;
  /** Where a marker goes, in units of the frame. */
  labelPoints: Readonly<Record<RegionId, readonly [number, number]>>;
}

/** Everything a page is a function of, besides its address. No clock, no network, no files. */
export interface PageContext {
  dataset: Dataset;
  devices: readonly DeviceModel[];
  asOf: IsoDate;
  /** The default household's assessment of a region on `asOf`; whoever renders may keep the answers. */
  assess(regionId: RegionId): Assessment;
  /** Style sheets of every page (`STYLE_FILES`), compacted; written into each so that it needs no second request. */
  styles: string;
  /** Those of tables, forms and code, likewise, for all pages but those of text only. */
  tableStyles: string;
  /** `locators/map.svg.json` of `data/dist`: the drawn map. Absent only where no geometry was built. */
  outlines?: CountryOutlines;
  /** `locators/locator.svg.json`: the same, coarser, for small pictures. */
  locatorOutlines?: CountryOutlines;
  /** Built assets by entry name (`map`, `page`, `check`). */
  assets: Readonly<Record<string, PageAssets>>;
  /** Finds regions and settlements by any of their names, as the API does. Absent where pages are drawn without the index. */
  findPlaces?: PlaceSearch<SearchableRegion, Place>['search'];
  /** Files of `/downloads`. Absent only where none were built. */
  downloads?: readonly DownloadEntry[];
  /** Released versions of the data and what each changed. */
  changes?: ChangeLog;
  /** Public origin for canonical links and images, `https://example.org`; relative links when absent. */
  origin?: string;
  /** Where errors in the data are reported; the link is hidden when absent. */
  reportUrl?: string;
}

/** What is asked for: the address without its origin. */
export interface PageRequest {
  /** `/ru/regions/RU-MOW` */
  path: string;
  query: URLSearchParams;
  /** Language that the reader likes best; decides where `/` leads. Russian where it is not known. */
  reader?: Language;
}

/** What a page answers with. */
export interface RenderedPage {
  status: 200 | 301 | 302 | 308 | 404 | 503;
  language: Language;
  /** `text/html` unless the page says otherwise (badge, sitemap). */
  contentType: string;
  html: string;
  /** Target of a redirect. */
  location?: string;
  /** SHA-256 sources (`'sha256-...'`) of inline styles, for the content security policy. */
  inlineHashes: readonly string[];
  /** True for pages that other sites may show in a frame. */
  embeddable: boolean;
}
