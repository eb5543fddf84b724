import { defineConfig } from 'vitest/config';

/**
 * The tests that hold the rules and the look-up of points to their text: those that mutants have to fail. Random inputs find what
 * they find, so a mutant counts as killed by what is written down alone.
 */
export default defineConfig({
  test: {
    include: ['test/data/core/eligibility/**/*.test.ts', 'test/data/core/geo/distance.test.ts'],
    exclude: ['test/data/core/eligibility/properties.test.ts'],
    testTimeout: 300_000,
  },
});
