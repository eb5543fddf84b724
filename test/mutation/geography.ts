// All tests of the look-up of points as one file, so that what they import is loaded once for each mutant.
import.meta.glob('../data/core/geo/**/*.test.ts', { eager: true });
