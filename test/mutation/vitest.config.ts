import { defineConfig } from 'vitest/config';

/** The tests that hold the rules and the look-up of points to their text: those that mutants have to fail. */
export default defineConfig({
  test: {
    include: ['test/mutation/rules.ts', 'test/mutation/geography.ts'],
    testTimeout: 300_000,
  },
});
