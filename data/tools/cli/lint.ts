import { join } from 'node:path';
import { findProjectRoot, parseData, readDataFiles } from '../authored/data-files.ts';
import { formatIssue } from '../authored/issue.ts';
import { checkTowns } from '../import/places/official-towns.ts';
import { readOfficialTowns, readRegionPlaces } from '../import/places/read-region-places.ts';
import { lintData } from '../lint/lint-data.ts';

// npm run data:lint: every problem of the authored files, without building anything.
const dataFolder = join(findProjectRoot(import.meta.dirname), 'data');
const files = await readDataFiles(join(dataFolder, 'facts'));
const { data, issues: parseIssues } = parseData(files);
const regions = data.regions.map(({ value }) => value);
const issues = [
  ...parseIssues,
  ...lintData(data, { complete: parseIssues.length === 0 }),
  ...checkTowns(await readOfficialTowns(dataFolder), await readRegionPlaces(dataFolder, regions)),
];
for (const issue of issues) console.log(formatIssue(issue));
const errors = issues.filter(({ level }) => level === 'error').length;
console.log(`${files.size} files: ${errors} errors, ${issues.length - errors} warnings`);
if (errors > 0) process.exitCode = 1;
