import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import { type ColourClass, classOf, type Layer } from '../state/layers.ts';
import type { PageRegion } from '../state/page-data.ts';

/** Region ids of each colour class in a layer; only classes that occur. */
export function idsByClass(
  regions: readonly PageRegion[],
  layer: Layer,
  operatorId: string,
): ReadonlyMap<ColourClass, string[]> {
  const byClass = new Map<ColourClass, string[]>();
  for (const region of regions) {
    const colourClass = classOf(region, layer, operatorId);
    byClass.set(colourClass, [...(byClass.get(colourClass) ?? []), region.id]);
  }
  return byClass;
}

/** Fill colour by region id. An expression, not feature data: changing the layer then costs no new geometry. */
export function fillColour(
  byClass: ReadonlyMap<ColourClass, string[]>,
  colours: Readonly<Record<ColourClass, string>>,
): ExpressionSpecification {
  const colourById = Object.fromEntries(
    [...byClass].flatMap(([colourClass, ids]) => ids.map((id) => [id, colours[colourClass]])),
  );
  return ['to-color', ['get', ['get', 'id'], ['literal', colourById]], colours.unknown];
}

/** Filter that keeps some regions. */
export function onlyRegions(ids: readonly string[]): FilterSpecification {
  return ['in', ['get', 'id'], ['literal', [...ids]]];
}
