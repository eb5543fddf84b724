import { join } from 'node:path';
import { formatIssue } from '../authored/issue.ts';
import { parseData } from '../authored/parse-data.ts';
import { findProjectRoot, readDataFiles } from '../authored/read-data-files.ts';
import { lintData } from '../lint/lint-data.ts';

// npm run data:lint: every problem of the authored files, without building anything.
const files = await readDataFiles(join(findProjectRoot(import.meta.dirname), 'data/facts'));
const { data, issues: parseIssues } = parseData(files);
const issues = [...parseIssues, ...lintData(data, { complete: parseIssues.length === 0 })];
for (const issue of issues) console.log(formatIssue(issue));
const errors = issues.filter(({ level }) => level === 'error').length;
console.log(`${files.size} files: ${errors} errors, ${issues.length - errors} warnings`);
if (errors > 0) process.exitCode = 1;
