import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findProjectRoot, readDataFiles } from '../authored/read-data-files.ts';
import { compareData, readGitFiles } from './compare-data.ts';

// npm run data:diff -- REF: which verdicts the working files move against a git reference.
const { positionals } = parseArgs({ allowPositionals: true });
const [reference = 'HEAD'] = positionals;
const root = findProjectRoot(import.meta.dirname);
const older = await readGitFiles(root, reference);
const newer = await readDataFiles(join(root, 'data/facts'));
const sentences = compareData(older, newer);
console.log(
  sentences.length === 0 ? `No verdict differs from ${reference}.` : sentences.join('\n'),
);
