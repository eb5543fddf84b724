import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { breakingChanges, undeclaredBreaks } from './breaking-changes.ts';
import { type Change, remove, set } from './change-document.ts';
import { BREAKING_ANSWERS, BREAKING_REQUESTS, HARMLESS } from './sample-changes.ts';

const read = (): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../openapi.snap.json'), 'utf8'));
const real = read();

/** The real document after changes. */
function changed(...changes: readonly Change[]): unknown {
  const document = read();
  for (const change of changes) change(document);
  // Nothing would be found in a change that changes nothing.
  expect(document).not.toEqual(real);
  return document;
}

describe('the comparison of API documents', () => {
  it.each(BREAKING_REQUESTS)('finds what breaks requests: %s', (_name, change, sentence) => {
    expect(breakingChanges(real, changed(change))).toEqual([expect.stringContaining(sentence)]);
  });

  it.each(BREAKING_ANSWERS)('finds what breaks answers: %s', (_name, change, sentence) => {
    expect(breakingChanges(real, changed(change))).toEqual([expect.stringContaining(sentence)]);
  });

  it.each(HARMLESS)('lets %s pass', (_name, change) => {
    expect(breakingChanges(real, changed(change))).toEqual([]);
  });

  it('finds nothing between a document and itself', () => {
    expect(breakingChanges(real, read())).toEqual([]);
  });
});

describe('a breaking change', () => {
  const older = changed(set('info', { version: '1.9.3' }));
  it.each([
    ['1.9.3', false],
    ['1.9.4', false],
    ['1.8.9', false],
    ['1.10.0', true],
    ['2.0.0', true],
  ])('is declared by %s after 1.9.3: %j', (version, isDeclared) => {
    const newer = changed(remove('paths', '/sources'), set('info', { version }));
    expect(undeclaredBreaks(older, newer)).toEqual(isDeclared ? [] : ['GET /sources is gone']);
  });
});
