import type { Dataset } from '../../data/schema/dataset.ts';
import type { IsoDate } from '../../data/schema/dates.ts';
import type { DeviceModel } from '../../data/schema/device.ts';
import type { Language } from '../../data/schema/localized-text.ts';

/** Addresses of the built browser files, read from Vite's manifest by whoever renders pages. */
export interface PageAssets {
  /** Module script of the map page; absent when the page needs none. */
  script?: string;
  stylesheets: string[];
  /** Files the browser should fetch early. */
  preload: string[];
}

/** Everything a page is a function of, besides its address. No clock, no network, no files. */
export interface PageContext {
  dataset: Dataset;
  devices: readonly DeviceModel[];
  asOf: IsoDate;
  /** Built assets by entry name (`map`, `check`, ...). */
  assets: Readonly<Record<string, PageAssets>>;
  /** Public origin for canonical links and images, `https://example.org`; relative links when absent. */
  origin?: string;
  /** Where mistakes are reported; the link is hidden when absent. */
  reportUrl?: string;
}

/** What a page answers with. */
export interface RenderedPage {
  status: 200 | 301 | 302 | 404;
  language: Language;
  html: string;
  /** Target of a redirect. */
  location?: string;
  /** SHA-256 sources (`'sha256-...'`) of inline styles and JSON-LD, for the content security policy. */
  inlineHashes: readonly string[];
}
