import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { sharePicture } from '../../client/server-entry.tsx';
import type { Verdict } from '../../data/core/schema/verdict.ts';
import type { KeptWork } from '../../data/tools/files/kept-work.ts';
import { readDist } from '../../data/tools/files/read-dist.ts';
import { replaceFolder } from '../../data/tools/files/replace.ts';
import { readOutlines } from './read-built.ts';

/**
 * A step of the build: draws the pictures for shared links of the map and of each region into `build/pictures`. Throws an error
 * that says what to run where there is no built data.
 */
export async function makePictures(root: string, kept: KeptWork): Promise<void> {
  const { dataset, summaries } = await readDist(join(root, 'data/dist'));
  const outlines = await readOutlines(join(root, 'data/dist/locators/map.svg.json'));
  if (outlines === undefined)
    throw new Error('data/dist has no drawn map: run `npm run data:build`');
  const verdicts = new Map<string, Verdict>(
    summaries.map(({ regionId, verdict }) => [regionId, verdict]),
  );
  const pictures = new Map<string, string>([
    ['map', sharePicture(outlines, verdicts)],
    ...dataset.regions.map(
      (region) => [region.id, sharePicture(outlines, verdicts, region)] as const,
    ),
  ]);
  let drawn = 0;
  await replaceFolder(join(root, 'build/pictures'), async (put) => {
    for (const [name, svg] of pictures) {
      const draw = () => {
        drawn += 1;
        return drawPicture(svg);
      };
      await put(`${name}.png`, await kept.reuse(['picture', svg], draw));
    }
  });
  await kept.sweep();
  console.log(`build/pictures: ${pictures.size} pictures, ${drawn} drawn anew`);
}

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
