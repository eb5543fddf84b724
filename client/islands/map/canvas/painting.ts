import type {
  ExpressionSpecification,
  LayerSpecification,
  Map as MapLibreMap,
  StyleSpecification,
} from 'maplibre-gl';
import {
  type ColourClass,
  TEXTURE_NAMES,
  TEXTURES,
  type Texture,
} from '../../../colours/colour-classes.ts';
import { type PageData, shownLayer } from '../../../components/context/page-data.ts';
import type { MapState } from '../map-state.ts';
import { onlyRegions, styleLayers } from './map-style.ts';
import { paintTextures, readThemeColours } from './theme.ts';

/** Region ids of each colour class; only classes that occur. */
function idsByClass(classes: ReadonlyMap<string, ColourClass>): ReadonlyMap<ColourClass, string[]> {
  const byClass = new Map<ColourClass, string[]>();
  for (const [id, colourClass] of classes) {
    byClass.set(colourClass, [...(byClass.get(colourClass) ?? []), id]);
  }
  return byClass;
}

/** Fill colour by region id. An expression, not feature data: changing the layer then costs no new geometry. */
function fillColour(
  byClass: ReadonlyMap<ColourClass, string[]>,
  colours: Readonly<Record<ColourClass, string>>,
): ExpressionSpecification {
  const colourById = Object.fromEntries(
    [...byClass].flatMap(([colourClass, ids]) => ids.map((id) => [id, colours[colourClass]])),
  );
  return ['to-color', ['get', ['get', 'id'], ['literal', colourById]], colours.none];
}

/** What the chosen layer sets: the fill of the regions, and which of them have which texture. */
function layerPaint(data: PageData, state: MapState) {
  const byClass = idsByClass(shownLayer(data, state).classes);
  const { classes } = readThemeColours(document.documentElement);
  const textured = (name: Texture) => TEXTURES[name].flatMap((each) => byClass.get(each) ?? []);
  return {
    fill: fillColour(byClass, classes),
    filterOf: (name: Texture) => onlyRegions(textured(name)),
  };
}

/** Colours the regions by the chosen layer. */
export function paintLayer(map: MapLibreMap, data: PageData, state: MapState): void {
  const { fill, filterOf } = layerPaint(data, state);
  map.setPaintProperty('region-fill', 'fill-color', fill);
  for (const name of TEXTURE_NAMES) map.setFilter(`region-texture-${name}`, filterOf(name));
}

/** The same in a style that no map has yet: painted afterwards, every tile would be made twice. */
export function paintStyle(
  style: StyleSpecification,
  data: PageData,
  state: MapState,
): StyleSpecification {
  const { fill, filterOf } = layerPaint(data, state);
  const layers = style.layers.map((layer): LayerSpecification => {
    if (layer.type !== 'fill') return layer;
    if (layer.id === 'region-fill')
      return { ...layer, paint: { ...layer.paint, 'fill-color': fill } };
    const name = TEXTURE_NAMES.find((each) => layer.id === `region-texture-${each}`);
    return name === undefined ? layer : { ...layer, filter: filterOf(name) };
  });
  return { ...style, layers };
}

/** Outlines the chosen region and, with dashes, the one the keyboard stands on. */
export function paintMarks(map: MapLibreMap, state: MapState): void {
  const selected = onlyRegions(state.regionId === undefined ? [] : [state.regionId]);
  map.setFilter('region-selected', selected);
  map.setFilter('region-selected-halo', selected);
  const focused = state.focusId === undefined || state.focusId === state.regionId;
  map.setFilter('region-focus', onlyRegions(focused ? [] : [state.focusId ?? '']));
}

/** The other theme: new colours over the same sources, so the geometry stays where it is. */
export function repaint(map: MapLibreMap, data: PageData, state: MapState): void {
  for (const layer of styleLayers(readThemeColours(document.documentElement))) {
    if (map.getLayer(layer.id) === undefined) continue;
    for (const [property, value] of Object.entries(layer.paint ?? {})) {
      map.setPaintProperty(layer.id, property as never, value as never);
    }
  }
  paintTextures(map);
  paintLayer(map, data, state);
}
