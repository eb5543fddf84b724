import type { FeatureCollection } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { ColourClass } from '../state/layers.ts';
import { type MapState, shownOperator } from '../state/map-state.ts';
import type { PageData } from '../state/page-data.ts';
import { createMapStyle, projectionOf } from './map-style.ts';
import { fillColour, idsByClass, onlyRegions } from './region-paint.ts';
import { drawDots, drawHatch, TEXTURE_DENSITY, TEXTURES } from './textures.ts';
import { readThemeColours } from './theme-colours.ts';

/** Puts the textures into the style, in the colours of the theme. */
export function paintTextures(map: MapLibreMap): void {
  const { hatch } = readThemeColours(document.documentElement);
  const images = { [TEXTURES.unknown]: drawHatch(hatch), [TEXTURES.no]: drawDots(hatch) };
  for (const [name, image] of Object.entries(images)) {
    if (map.hasImage(name)) map.updateImage(name, image);
    else map.addImage(name, image, { pixelRatio: TEXTURE_DENSITY });
  }
}

/** Colours the regions by the chosen layer. */
export function paintLayer(map: MapLibreMap, data: PageData, state: MapState): void {
  const byClass = idsByClass(data.regions, state.layer, shownOperator(state, data.operators));
  const { classes } = readThemeColours(document.documentElement);
  map.setPaintProperty('region-fill', 'fill-color', fillColour(byClass, classes));
  const idsOf = (...classes: ColourClass[]) => classes.flatMap((each) => byClass.get(each) ?? []);
  map.setFilter('region-texture-unknown', onlyRegions(idsOf('unknown')));
  map.setFilter('region-texture-no', onlyRegions(idsOf('no', 'absent')));
}

/** Outlines the chosen region and, with dashes, the one the keyboard stands on. */
export function paintMarks(map: MapLibreMap, state: MapState): void {
  const selected = onlyRegions(state.regionId === undefined ? [] : [state.regionId]);
  map.setFilter('region-selected', selected);
  map.setFilter('region-selected-halo', selected);
  const focused = state.focusId === undefined || state.focusId === state.regionId;
  map.setFilter('region-focus', onlyRegions(focused ? [] : [state.focusId ?? '']));
}

/** The other theme: a new style over the same sources, so the geometry stays where it is. */
export function repaint(
  map: MapLibreMap,
  labels: FeatureCollection,
  data: PageData,
  state: MapState,
): void {
  const style = createMapStyle(
    readThemeColours(document.documentElement),
    labels,
    projectionOf(state),
  );
  for (const layer of style.layers) {
    for (const [property, value] of Object.entries(layer.paint ?? {})) {
      map.setPaintProperty(layer.id, property as never, value as never);
    }
  }
  paintTextures(map);
  paintLayer(map, data, state);
}
