import { defineConfig } from 'vitest/config';

/**
 * After this long a test or a hook counts as hanging. It says nothing of speed: whoever has one slow core with other
 * work on it must see the same tests pass.
 */
const HANGING_MILLISECONDS = 300_000;

/**
 * A browser and other programs fail now and then by themselves. A test of theirs has a second try; the summary of the run names
 * each that needed it, so that an unsteady test is seen and mended.
 */
const TRIES_AGAIN = 1;

// Four projects, because they need different machines: `unit` and `faults` (bounded load, broken builds) only Node, `browser` a Chromium,
// `clients` whatever GIS clients are installed (each one that is not is named in the summary), and npm for the
// steps of the container.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    testTimeout: HANGING_MILLISECONDS,
    hookTimeout: HANGING_MILLISECONDS,
    // Its own limit is one second, which a busy machine needs for a page to start; below the limit of a test, so that what
    // was waited for is named.
    expect: { poll: { timeout: HANGING_MILLISECONDS / 3 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [
            'test/browser/**',
            'test/clients/**',
            'test/container/**',
            'test/faults/**',
            'test/load/**',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          fileParallelism: false,
          retry: TRIES_AGAIN,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts', 'test/load/**/*.test.ts'],
          // Each measures what the service does under its own load.
          fileParallelism: false,
          retry: TRIES_AGAIN,
        },
      },
      {
        extends: true,
        test: {
          name: 'clients',
          include: ['test/clients/**/*.test.ts', 'test/container/**/*.test.ts'],
          fileParallelism: false,
          retry: TRIES_AGAIN,
        },
      },
    ],
  },
});
