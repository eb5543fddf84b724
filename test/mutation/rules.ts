// All tests of the rules as one file, so that what they import is loaded once for each mutant and not once for each test file.
// Random inputs find what they find: a mutant counts as killed by what is written down alone. Left out too is what walks
// over all regions of the published data: seconds for each mutant, and killing no more. No other test here may read the
// published data: the copy of the sources in which mutants are tried has none. `published-data.test.ts` says which one does.
import.meta.glob(
  [
    '../data/core/eligibility/**/*.test.ts',
    '!../data/core/eligibility/properties.test.ts',
    '!../data/core/eligibility/like-regions-of-today.test.ts',
    '!../data/core/eligibility/run-vectors.test.ts',
  ],
  { eager: true },
);
// Last, because the first failure ends the run of a mutant and each of these takes longer than most of the others together.
import.meta.glob('../data/core/eligibility/run-vectors.test.ts', { eager: true });
