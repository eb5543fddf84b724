import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

const FONT_FILES = ['400Regular/NotoSans_400Regular.ttf', '700Bold/NotoSans_700Bold.ttf'];

/** Paths of the fonts that the pictures are set in; they come from a package, so that all machines draw alike. */
function fontFiles(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return FONT_FILES.map((file) => resolve(`@expo-google-fonts/noto-sans/${file}`));
}

/** Draws an SVG as PNG bytes at its own size, with the fonts of the project and none of the machine. */
export function drawPicture(svg: string): Uint8Array {
  const font = { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: 'Noto Sans' };
  return new Resvg(svg, { font }).render().asPng();
}
