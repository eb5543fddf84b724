import { join } from 'node:path';
import { formatIssue } from '../authored/issue.ts';
import type { DataFiles } from '../authored/read-data-files.ts';
import { replaceFolder } from '../files/replace.ts';
import { buildDist } from '../publish/build-dist.ts';
import { encodingsIn } from '../publish/input-stamp.ts';
import { precompress } from '../publish/precompress.ts';
import { makeTerritory, readTerritory } from '../publish/territory.ts';

/** What a build is made from, as it was read. */
export interface DistInput {
  root: string;
  authored: DataFiles;
  /** Text of the golden vectors. */
  vectors: string;
  releases: ReadonlyMap<string, string>;
  /** Stamp of all inputs. */
  inputs: string;
  /** Stamp of those that boundaries and settlements are made from. */
  territoryStamp: string;
}

/**
 * Makes `data/dist` and prints what it holds, or every problem that stands in the way. Encodings and the territory of the
 * last build are taken over where their inputs are the same. @returns whether the folder was made
 */
export async function makeDist(input: DistInput): Promise<boolean> {
  const { root, authored, vectors, releases, inputs, territoryStamp } = input;
  const dataFolder = join(root, 'data');
  const distFolder = join(dataFolder, 'dist');
  const result = await buildDist(authored, {
    inputs,
    vectors,
    releases,
    territory: (regions) =>
      readTerritory(dataFolder, {
        keptIn: join(root, 'build/territory.json'),
        stamp: territoryStamp,
        make: () => makeTerritory(dataFolder, regions),
      }),
  });
  if (!result.ok) {
    for (const issue of result.issues) console.error(formatIssue(issue));
    console.error(`data/dist is left as it was: ${result.issues.length} problems.`);
    return false;
  }
  for (const warning of result.warnings) console.warn(formatIssue(warning));
  const encoded = await precompress(result.files, await encodingsIn(distFolder));
  await replaceFolder(distFolder, async (put) => {
    for (const [name, content] of [...result.files, ...encoded]) await put(name, content);
  });
  const counts = Object.entries(result.counts).map(([name, count]) => `${name} ${count}`);
  console.log(`data/dist: ${counts.join(', ')}; hash ${result.hash.slice(0, 12)}`);
  return true;
}
