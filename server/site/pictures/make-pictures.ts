import { join } from 'node:path';
import { sharePicture } from '../../../client/server-entry.tsx';
import type { Verdict } from '../../../data/core/schema/verdict.ts';
import type { KeptWork } from '../../../data/tools/files/kept-work.ts';
import { readDist } from '../../../data/tools/files/read-dist.ts';
import { replaceFolder } from '../../../data/tools/files/replace.ts';
import { readOutlines } from '../read-assets.ts';
import { drawPicture } from './draw-picture.ts';

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
