import { type ColourClass, classOf, LAYER_CLASSES, type Layer } from './layers.ts';
import type { PageRegion } from './page-data.ts';

/** One line of the legend: a colour and how many regions have it. */
export interface LegendEntry {
  colourClass: ColourClass;
  count: number;
}

/** The legend of a layer, best class first, classes without regions included: a legend says what could be. */
export function legendOf(
  regions: readonly PageRegion[],
  layer: Layer,
  operatorId: string,
): LegendEntry[] {
  const classes = regions.map((region) => classOf(region, layer, operatorId));
  return LAYER_CLASSES[layer].map((colourClass) => ({
    colourClass,
    count: classes.filter((each) => each === colourClass).length,
  }));
}
