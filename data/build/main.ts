import { join } from 'node:path';
import { formatIssue } from '../lint/issue.ts';
import { buildDist } from './build-dist.ts';
import { makeTerritory } from './make-territory.ts';
import { findProjectRoot } from './project-root.ts';
import { readDataFiles } from './read-data-files.ts';
import { replaceFolder } from './replace-folder.ts';

const dataFolder = join(findProjectRoot(import.meta.dirname), 'data');
const authored = await readDataFiles(dataFolder);
const result = await buildDist(authored, makeTerritory);
if (result.ok) {
  for (const warning of result.warnings) console.warn(formatIssue(warning));
  await replaceFolder(join(dataFolder, 'dist'), result.files);
  const counts = Object.entries(result.counts).map(([name, count]) => `${count} ${name}`);
  console.log(`data/dist: ${counts.join(', ')}; hash ${result.hash.slice(0, 12)}`);
} else {
  for (const issue of result.issues) console.error(formatIssue(issue));
  console.error(`data/dist is left as it was: ${result.issues.length} problems.`);
  process.exitCode = 1;
}
