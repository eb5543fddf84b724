import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  Map as MapLibreMap,
  StyleSpecification,
} from 'maplibre-gl';
import type { ColourClass } from '../../../colours/colour-classes.ts';
import { shownLayer } from '../../../components/context/map-layers.ts';
import type { PageData } from '../../../components/context/page-data.ts';
import type { MapState } from '../map-state.ts';
import { styleLayers } from './map-style.ts';
import { readThemeColours } from './theme-colours.ts';

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

/** Filter that keeps some regions. */
export function onlyRegions(ids: readonly string[]): FilterSpecification {
  return ['in', ['get', 'id'], ['literal', [...ids]]];
}

/** Textures tell `no`, leads and nothing from the rest without colour; each belongs to these classes. */
const TEXTURES = {
  hatch: ['none'],
  dots: ['lead'],
  cross: ['no-3', 'no-2', 'no-1', 'absent'],
} as const satisfies Readonly<Record<string, readonly ColourClass[]>>;
type Texture = keyof typeof TEXTURES;

/** Side of a texture tile in CSS pixels; both patterns repeat after it. */
const TILE = 8;
/** Drawn at twice the size, for dense screens. */
const DENSITY = 2;

function drawTile(draw: (context: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = TILE * DENSITY;
  // Read back at once: a canvas of the graphics would have to wait for all that they do before.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('the browser gave no 2D canvas to draw a texture on');
  context.scale(DENSITY, DENSITY);
  draw(context);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** Diagonal hatch for nothing found: lines run on from tile to tile. */
function drawHatch(colour: string): ImageData {
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

/** Dots for leads. */
function drawDots(colour: string): ImageData {
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

/** Crosses for `no`. */
function drawCross(colour: string): ImageData {
  return drawTile((context) => {
    context.strokeStyle = colour;
    context.lineWidth = 1.25;
    context.beginPath();
    context.moveTo(2, 2);
    context.lineTo(6, 6);
    context.moveTo(6, 2);
    context.lineTo(2, 6);
    context.stroke();
  });
}

const DRAW = { hatch: drawHatch, dots: drawDots, cross: drawCross } as const satisfies Record<
  Texture,
  (colour: string) => ImageData
>;

/** Names of the textures. */
export const TEXTURE_NAMES = ['hatch', 'dots', 'cross'] as const satisfies readonly Texture[];

/** Draws the textures in the colours of the theme. */
export function drawTextures(): ReadonlyMap<Texture, ImageData> {
  const { hatch, ink } = readThemeColours(document.documentElement);
  return new Map(
    TEXTURE_NAMES.map((name) => [name, DRAW[name](name === 'cross' ? ink : hatch)] as const),
  );
}

/** Puts the textures into the style. */
export function paintTextures(map: MapLibreMap, textures = drawTextures()): void {
  for (const [name, image] of textures) {
    if (map.hasImage(name)) map.updateImage(name, image);
    else map.addImage(name, image, { pixelRatio: DENSITY });
  }
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
