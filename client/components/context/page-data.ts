import type { Language } from '../../../data/core/schema/localized-text.ts';
import type { Verdict } from '../../../data/core/schema/verdict.ts';
import type { ColourClass } from '../../colours/colour-classes.ts';

/** One region as the map page carries it: enough for list and search. */
export interface PageRegion {
  id: string;
  /** In the page's language. */
  name: string;
  /** Names in the other languages and aliases, for search. */
  otherNames: string[];
  verdict: Verdict;
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

/** A layer of the map in the words of the page's language. */
export interface PageLayer {
  id: string;
  title: string;
  help: string;
  /** What the steps of a scale count. */
  scale?: string;
  names: Readonly<Partial<Record<ColourClass, string>>>;
  steps: Readonly<Partial<Record<ColourClass, string>>>;
  /** Operator that a layer of one operator opens on; absent where a layer speaks of none. */
  operatorId?: string;
  /** One letter for the class of each region, in their order, by operator; under the empty id where a layer speaks of none. */
  values: Readonly<Record<string, string>>;
  /** What a row of the list says of a region beyond the name of its class. */
  details: Readonly<Record<string, string>>;
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
  layers: PageLayer[];
  /** Regions with something that differs today, whatever the layer: shown as a sign over the fill. */
  signs: string[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isText = (value: unknown): boolean => typeof value === 'string';

const REGION_FIELDS: Readonly<Record<keyof PageRegion, (value: unknown) => boolean>> = {
  id: isText,
  name: isText,
  otherNames: Array.isArray,
  verdict: isText,
  neighbours: Array.isArray,
  bbox: (value) => Array.isArray(value) && value.length === 4,
  labelPoint: (value) => Array.isArray(value) && value.length === 2,
};

const LAYER_FIELDS: Readonly<Record<keyof PageLayer, (value: unknown) => boolean>> = {
  id: isText,
  title: isText,
  help: isText,
  scale: (value) => value === undefined || isText(value),
  names: isRecord,
  steps: isRecord,
  operatorId: (value) => value === undefined || isText(value),
  values: isRecord,
  details: isRecord,
};

const isMadeOf = (
  value: unknown,
  fields: Readonly<Record<string, (value: unknown) => boolean>>,
): boolean =>
  isRecord(value) && Object.entries(fields).every(([key, isRight]) => isRight(value[key]));

const isPageRegion = (value: unknown): value is PageRegion => isMadeOf(value, REGION_FIELDS);
const isPageLayer = (value: unknown): value is PageLayer => isMadeOf(value, LAYER_FIELDS);

function isPageData(value: unknown): value is PageData {
  return (
    isRecord(value) &&
    typeof value.language === 'string' &&
    typeof value.datasetHash === 'string' &&
    Array.isArray(value.operators) &&
    Array.isArray(value.signs) &&
    Array.isArray(value.layers) &&
    value.layers.every(isPageLayer) &&
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
