import { COLOUR_CLASSES, type ColourClass } from '../../colours/colour-classes.ts';
import type { PageData, PageLayer } from './page-data.ts';

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
