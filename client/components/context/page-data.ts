import type { Language } from '../../../data/core/schema/localized-text.ts';
import type { Verdict } from '../../../data/core/schema/verdict.ts';
import { COLOUR_CLASSES, type ColourClass } from '../../colours/colour-classes.ts';

/** One region in the data of the map page: enough for list and search. */
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
  /** Where errors in the data are reported, if anywhere. */
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

/** The layer of an address; the first where it names none. */
export function layerOf(data: PageData, id: string | undefined): PageLayer {
  const layer = data.layers.find((each) => each.id === id) ?? data.layers[0];
  if (layer === undefined) throw new Error('the data in the page have no layers: reload the page');
  return layer;
}

/** The operator that a layer of one operator shows: the chosen one, or the layer's own first. */
export function shownOperator(layer: PageLayer, chosen: string | undefined): string | undefined {
  return layer.operatorId === undefined ? undefined : (chosen ?? layer.operatorId);
}

/** The class of every region in a layer, by id. Classes travel as one letter each, in the order of the regions. */
function classesOf(
  data: PageData,
  layer: PageLayer,
  operatorId: string | undefined,
): ReadonlyMap<string, ColourClass> {
  const letters = layer.values[operatorId ?? ''] ?? '';
  return new Map(
    data.regions.map(({ id }, index) => [
      id,
      COLOUR_CLASSES[Number.parseInt(letters.charAt(index), 36)] ?? 'none',
    ]),
  );
}

/** One letter for a class. */
export const letterOf = (colourClass: ColourClass): string =>
  COLOUR_CLASSES.indexOf(colourClass).toString(36);

/** The layer that is chosen, with the class of every region in it. */
export function shownLayer(
  data: PageData,
  chosen: { layer: string | undefined; operatorId: string | undefined },
): { layer: PageLayer; classes: ReadonlyMap<string, ColourClass> } {
  const layer = layerOf(data, chosen.layer);
  return { layer, classes: classesOf(data, layer, shownOperator(layer, chosen.operatorId)) };
}

/** What a layer says of a region in words: the name of its class, and what the class does not say. */
export function regionWords(layer: PageLayer, colourClass: ColourClass, regionId: string): string {
  const name = layer.names[colourClass] ?? '';
  const detail = layer.details[regionId];
  return detail === undefined ? name : `${name} · ${detail}`;
}

/** What families reported of a region, in the words of the layer of the same name; `undefined` where nobody did. */
export function familyReports(
  data: PageData,
  regionId: string,
): { title: string; text: string } | undefined {
  const layer = data.layers.find(({ id }) => id === 'reports');
  const text = layer?.details[regionId];
  return layer && text !== undefined ? { title: layer.title, text } : undefined;
}

/** One line of a legend: a colour, its name and how many regions have it. */
interface LegendEntry {
  colourClass: ColourClass;
  name: string;
  step: string;
  count: number;
}

/** The legend of a layer in the order of its classes; only those that occur. */
export function legendOf(
  layer: PageLayer,
  classes: ReadonlyMap<string, ColourClass>,
): LegendEntry[] {
  const found = [...classes.values()];
  return COLOUR_CLASSES.flatMap((colourClass): LegendEntry[] => {
    const count = found.filter((each) => each === colourClass).length;
    const name = layer.names[colourClass];
    if (count === 0 || name === undefined) return [];
    return [{ colourClass, name, step: layer.steps[colourClass] ?? '', count }];
  });
}
