// All tests of the rules as one file, so that what they import is loaded once for each mutant and not once for each test file.
// Random inputs find what they find: a mutant counts as killed by what is written down alone.
import.meta.glob(
  ['../data/core/eligibility/**/*.test.ts', '!../data/core/eligibility/properties.test.ts'],
  { eager: true },
);
