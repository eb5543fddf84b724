import type { Language } from '../../../data/core/schema/localized-text.ts';
import type { Confidence, Freshness } from '../../../data/core/schema/source.ts';
import type { Verdict } from '../../../data/core/schema/verdict.ts';

/** One region as the map page carries it: enough for list, search, legend and every layer. */
export interface PageRegion {
  id: string;
  /** In the page's language. */
  name: string;
  /** Names in the other languages and aliases, for search. */
  otherNames: string[];
  verdict: Verdict;
  /** Verdict per assessed operator. */
  operators: Record<string, Verdict>;
  /** Strength of the best operator's evidence; absent for `unknown`. */
  confidence?: Confidence;
  freshness?: Freshness;
  /** Whether each operator sells service there (axis `presence`). */
  presence: Record<string, Verdict>;
  /** Operators with a shared plan that is not ruled out there (axis `sharedPlan` is `partial` or `yes`). */
  sharedPlanOperators: string[];
  /** Mobile numbers allocated per operator. */
  numbers: Record<string, number>;
  neighbours: string[];
  /** `[west, south, east, north]` in degrees; west > east across the antimeridian. */
  bbox: [number, number, number, number];
  /** `[lon, lat]` of a point well inside. */
  labelPoint: [number, number];
}

export interface PageOperator {
  id: string;
  name: string;
}

/** What the server writes into `<script id="page-data">` so that the first view needs no request. */
export interface PageData {
  language: Language;
  asOf: string;
  datasetHash: string;
  /** Where mistakes are reported, if anywhere. */
  reportUrl?: string;
  regions: PageRegion[];
  /** Those that hold the most numbers first. */
  operators: PageOperator[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const REGION_FIELDS: Readonly<Record<keyof PageRegion, (value: unknown) => boolean>> = {
  id: (value) => typeof value === 'string',
  name: (value) => typeof value === 'string',
  otherNames: Array.isArray,
  verdict: (value) => typeof value === 'string',
  operators: isRecord,
  confidence: (value) => value === undefined || typeof value === 'string',
  freshness: (value) => value === undefined || typeof value === 'string',
  presence: isRecord,
  sharedPlanOperators: Array.isArray,
  numbers: isRecord,
  neighbours: Array.isArray,
  bbox: (value) => Array.isArray(value) && value.length === 4,
  labelPoint: (value) => Array.isArray(value) && value.length === 2,
};

function isPageRegion(value: unknown): value is PageRegion {
  return (
    isRecord(value) && Object.entries(REGION_FIELDS).every(([key, isRight]) => isRight(value[key]))
  );
}

function isPageData(value: unknown): value is PageData {
  return (
    isRecord(value) &&
    typeof value.language === 'string' &&
    typeof value.datasetHash === 'string' &&
    Array.isArray(value.operators) &&
    Array.isArray(value.regions) &&
    value.regions.every(isPageRegion)
  );
}

/**
 * Reads the page's own data. Our server wrote it into the same document, so only its shape is checked, by hand: a
 * schema library would weigh more than everything else that stands before the map (25 KB).
 */
export function parsePageData(text: string): PageData {
  const data: unknown = JSON.parse(text);
  if (!isPageData(data)) {
    throw new Error('the data in the page has another shape than this script: reload the page');
  }
  return data;
}
