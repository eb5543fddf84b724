import { describe, expect, it } from 'vitest';
import {
  strongestConfidence,
  weighSources,
} from '../../../../data/core/eligibility/claims/support.ts';
import type { Confidence } from '../../../../data/core/schema/claim.ts';

it.each<[Confidence[], Confidence | undefined]>([
  [['secondary', 'official'], 'official'],
  [['press', 'register', 'secondary'], 'register'],
  [['secondary'], 'secondary'],
  [[], undefined],
])('of %j is %s', (confidences, strongest) => {
  expect(strongestConfidence(confidences.map((confidence) => ({ confidence })))).toBe(strongest);
});

describe('what the sources of a claim come to', () => {
  const official = { confidence: 'official', observedOn: '2025-03' } as const;
  const press = { confidence: 'press', observedOn: '2026-02-01' } as const;
  const undated = { confidence: 'register' } as const;

  it('is the strongest and the newest of what is stated', () => {
    for (const cited of [
      [official, press, undated],
      [undated, press, official],
    ]) {
      expect(weighSources('stated', cited)).toEqual({
        confidence: 'official',
        observedOn: '2026-02-01',
      });
    }
  });

  it('is the weakest and the oldest of what is concluded, and undated where one is', () => {
    for (const cited of [
      [official, press],
      [press, official],
    ]) {
      expect(weighSources('inferred', cited)).toEqual({
        confidence: 'press',
        observedOn: '2025-03',
      });
    }
    expect(weighSources('inferred', [official, undated])).toEqual({
      confidence: 'register',
      observedOn: undefined,
    });
  });

  it('has no day where its only date is the year of a repository', () => {
    const guessed = { ...press, datedBy: 'repository-year' } as const;
    expect(weighSources('stated', [guessed]).observedOn).toBeUndefined();
    expect(weighSources('stated', [guessed, official]).observedOn).toBe('2025-03');
  });
});
