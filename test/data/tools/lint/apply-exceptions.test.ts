import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../../data/tools/authored/issue.ts';
import { applyExceptions, EXCEPTIONS, RULES } from '../../../../data/tools/lint/lint-data.ts';

const ISSUE: Issue = {
  level: 'error',
  file: 'operators/mts.json',
  path: 'brand.en',
  message: '"MТS" mixes scripts',
  rule: 'look-alike-letters',
};
const EXCEPTION = {
  rule: 'look-alike-letters',
  file: 'operators/mts.json',
  about: '"MТS"',
  reason: 'the brand is written so on purpose',
};
const ran = new Set(['look-alike-letters']);

describe('exceptions from the data rules', () => {
  it('excuse the issue that they speak of, and no other', () => {
    const other = { ...ISSUE, message: '"Bеeline" mixes scripts' };
    expect(applyExceptions([ISSUE, other], [EXCEPTION], ran)).toEqual([other]);
  });

  it('are an error once nothing needs them', () => {
    expect(applyExceptions([], [EXCEPTION], ran)).toMatchObject([
      { level: 'error', file: 'lint/exceptions.ts', message: expect.stringContaining('no longer') },
    ]);
  });

  it('are not blamed when their rule did not run', () => {
    expect(applyExceptions([], [EXCEPTION], new Set())).toEqual([]);
  });

  it('name a rule that exists and a reason', () => {
    const names = new Set(RULES.map(({ name }) => name));
    expect(EXCEPTIONS.filter(({ rule, reason }) => !names.has(rule) || reason === '')).toEqual([]);
  });
});
