import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, FilterSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { type ColourClass, classOf, type Layer } from '../../../components/context/layers.ts';
import type { PageData, PageRegion } from '../../../components/context/page-data.ts';
import { type MapState, shownOperator } from '../map-state.ts';
import { createMapStyle, projectionOf } from './map-style.ts';
import { readThemeColours } from './theme-colours.ts';

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

/** Textures tell `no`, `absent` and `unknown` from the rest without colour. */
export const TEXTURES = { unknown: 'hatch', no: 'dots' } as const;

/** Side of a texture tile in CSS pixels; both patterns repeat after it. */
const TILE = 8;
/** Drawn at twice the size, for dense screens. */
const DENSITY = 2;

function drawTile(draw: (context: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = TILE * DENSITY;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('the browser gave no 2D canvas to draw a texture on');
  context.scale(DENSITY, DENSITY);
  draw(context);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** Diagonal hatch for `unknown`: lines run on from tile to tile. */
export function drawHatch(colour: string): ImageData {
  return drawTile((context) => {
    context.strokeStyle = colour;
    context.lineWidth = 1.25;
    context.beginPath();
    for (const shift of [-TILE, 0, TILE]) {
      context.moveTo(shift - 1, TILE + 1);
      context.lineTo(shift + TILE + 1, -1);
    }
    context.stroke();
  });
}

/** Dots for `no`. */
export function drawDots(colour: string): ImageData {
  return drawTile((context) => {
    context.fillStyle = colour;
    for (const [x, y] of [
      [2, 2],
      [6, 6],
    ] as const) {
      context.beginPath();
      context.arc(x, y, 1, 0, 2 * Math.PI);
      context.fill();
    }
  });
}

/** Pixel density to hand to `addImage` with the tiles. */
export const TEXTURE_DENSITY = DENSITY;

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
