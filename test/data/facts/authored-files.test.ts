import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseData, readDataFiles } from '../../../data/tools/authored/data-files.ts';
import { formatDataFile } from '../../../data/tools/authored/format-json.ts';
import { formatIssue } from '../../../data/tools/authored/issue.ts';
import { lintData } from '../../../data/tools/lint/lint-data.ts';

const files = await readDataFiles(join(import.meta.dirname, '../../../data/facts'));

describe('the authored files', () => {
  it('are all formatted (else: npm run data:format)', () => {
    const unformatted = [...files].filter(([file, text]) => formatDataFile(file, text) !== text);
    expect(unformatted.map(([file]) => file)).toEqual([]);
  });

  it('fit their schemas and pass every rule', () => {
    const { data, issues } = parseData(files);
    const found = [...issues, ...lintData(data, { complete: issues.length === 0 })];
    expect(found.map(formatIssue)).toEqual([]);
  });
});
