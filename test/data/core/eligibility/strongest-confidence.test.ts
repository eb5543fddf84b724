import { expect, it } from 'vitest';
import { strongestConfidence } from '../../../../data/core/eligibility/claims/strength.ts';
import type { Confidence } from '../../../../data/core/schema/source.ts';

it.each<[Confidence[], Confidence | undefined]>([
  [['secondary', 'official'], 'official'],
  [['press', 'register', 'secondary'], 'register'],
  [['secondary'], 'secondary'],
  [[], undefined],
])('of %j is %s', (confidences, strongest) => {
  expect(strongestConfidence(confidences.map((confidence) => ({ confidence })))).toBe(strongest);
});
