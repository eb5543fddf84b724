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
