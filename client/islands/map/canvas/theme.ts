import type { Map as MapLibreMap } from 'maplibre-gl';
import {
  COLOUR_CLASSES,
  type ColourClass,
  TEXTURE_NAMES,
  type Texture,
} from '../../../colours/colour-classes.ts';

/** Colours of the canvas in the theme that is on now. */
export interface ThemeColours {
  classes: Readonly<Record<ColourClass, string>>;
  water: string;
  land: string;
  ink: string;
  /** Ground of labels and outlines. */
  halo: string;
  hatch: string;
  coast: string;
}

/** Custom property of each colour class in the style sheets. */
const PROPERTIES: Readonly<Record<ColourClass, string>> = {
  'yes-3': '--y3',
  'yes-2': '--y2',
  'yes-1': '--y1',
  'partial-3': '--p3',
  'partial-2': '--p2',
  'partial-1': '--p1',
  'no-3': '--n3',
  'no-2': '--n2',
  'no-1': '--n1',
  lead: '--unknown',
  none: '--unknown',
  'amount-5': '--a5',
  'amount-4': '--a4',
  'amount-3': '--a3',
  'amount-2': '--a2',
  'amount-1': '--a1',
  'amount-0': '--a0',
  present: '--h2',
  'present-partly': '--h1',
  absent: '--h0',
};

/** Reads the colours from the style sheets, the only place that has their values. */
export function readThemeColours(root: Element): ThemeColours {
  const style = getComputedStyle(root);
  const read = (property: string): string => style.getPropertyValue(property).trim() || '#888888';
  const classes = Object.fromEntries(
    COLOUR_CLASSES.map((colourClass) => [colourClass, read(PROPERTIES[colourClass])]),
  ) as Record<ColourClass, string>;
  return {
    classes,
    water: read('--water'),
    land: read('--land'),
    ink: read('--ink'),
    halo: read('--halo'),
    hatch: read('--hatch'),
    coast: read('--coast'),
  };
}

/** Calls back when the theme changes, by the reader's choice or the system's; returns how to stop. */
export function watchTheme(root: Element, onChange: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(onChange);
  observer.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  system.addEventListener('change', onChange);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', onChange);
  };
}

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
