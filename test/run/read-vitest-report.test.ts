import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readVitestReport } from './read-vitest-report.ts';
import type { StepResult } from './step-result.ts';

const VITEST = join(import.meta.dirname, '../../node_modules/vitest/vitest.mjs');

/** Test files of every fate. */
const FILES = {
  'mixed.test.js': `
    describe('a group', () => {
      it('passes', () => expect(1).toBe(1));
      it('fails', () => expect('one\\ntwo').toBe('two'));
      it.skip('is left out', () => {});
      let tries = 0;
      it('passes at last', { retry: 1 }, () => expect(++tries).toBe(2));
    });`,
  'hook.test.js': `
    beforeAll(() => { throw new Error('no data here'); });
    it('never runs', () => {});`,
  'broken.test.js': `throw new Error('cannot be loaded');`,
};

describe('the report of a test run', () => {
  let folder: string;
  let result: StepResult;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'report-'));
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
    const report = join(folder, 'report.json');
    const options = ['--globals', '--reporter=json', `--outputFile=${report}`];
    spawnSync(process.execPath, [VITEST, 'run', '--root', folder, ...options]);
    result = readVitestReport(JSON.parse(readFileSync(report, 'utf8')), folder);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('names each failure with the first line of what it says', () => {
    expect(result.failures.toSorted()).toEqual([
      'broken.test.js: cannot be loaded',
      'hook.test.js: no data here',
      expect.stringMatching(/^mixed\.test\.js: a group fails: AssertionError: expected .*$/),
    ]);
  });

  it('counts what passed and names what did not run', () => {
    expect(result.passed).toBe(2);
    expect(result.notRun.toSorted()).toEqual(['a group is left out', 'never runs']);
  });

  it('names what passed on the second try only', () => {
    expect(result.passedAgain).toEqual([
      expect.stringMatching(
        /^mixed\.test\.js: a group passes at last: AssertionError: expected 1 /,
      ),
    ]);
  });
});
