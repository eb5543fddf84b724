import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { sharePicture } from '../../../client/server-entry.tsx';
import type { Verdict } from '../../../data/core/schema/verdict.ts';
import { readDist } from '../../../data/tools/files/read-dist.ts';
import { replaceFile } from '../../../data/tools/files/replace.ts';
import { readOutlines } from '../read-assets.ts';
import { drawPicture } from './draw-picture.ts';

// A step of the build: pictures for shared links into build/pictures. Only those that changed are drawn.
const root = join(import.meta.dirname, '../../../..');
const folder = join(root, 'build/pictures');
const stampFile = join(folder, 'stamps.json');

const { dataset, summaries } = await readDist(join(root, 'data/dist'));
const outlines = await readOutlines(join(root, 'data/dist/locators/map.svg.json'));
if (outlines === undefined) throw new Error('data/dist has no drawn map: run `npm run data:build`');
const verdicts = new Map<string, Verdict>(
  summaries.map(({ regionId, verdict }) => [regionId, verdict]),
);
const pictures = new Map<string, string>([
  ['map', sharePicture(outlines, verdicts)],
  ...dataset.regions.map(
    (region) => [region.id, sharePicture(outlines, verdicts, region)] as const,
  ),
]);

await mkdir(folder, { recursive: true });
const known = z
  .record(z.string(), z.string())
  .catch({})
  .parse(
    await readFile(stampFile, 'utf8')
      .then(JSON.parse)
      .catch(() => ({})),
  );
const stamps: Record<string, string> = {};
let drawn = 0;
for (const [name, svg] of pictures) {
  const stamp = createHash('sha256').update(svg).digest('hex');
  if (known[name] !== stamp) {
    await replaceFile(join(folder, `${name}.png`), drawPicture(svg));
    drawn += 1;
  }
  stamps[name] = stamp;
}
await replaceFile(stampFile, JSON.stringify(stamps));
console.log(`build/pictures: ${pictures.size} pictures, ${drawn} drawn anew`);
