import { defineConfig } from 'vite';
import { listAssets } from './offline/list-assets.ts';
import { slimMaplibre } from './slim-maplibre.ts';

const source = (path: string): string => new URL(path, import.meta.url).pathname;

/**
 * The browser files: hashed names below `/assets/`, listed in `client/dist/.vite/manifest.json` by source path. There
 * is no HTML here, the server writes it.
 */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [slimMaplibre(), listAssets()],
  resolve: {
    alias: [
      { find: /^maplibre-gl$/, replacement: 'maplibre-gl/dist/maplibre-gl-dev.mjs' },
      // The server has the words of all languages, a page fetches those of its own.
      {
        find: /^(?:\.{1,2}\/)+(?:i18n\/)?catalogue\.ts$/,
        replacement: source('i18n/loaded-catalogue.ts'),
      },
    ],
  },
  worker: { format: 'es', plugins: () => [slimMaplibre()] },
  build: {
    outDir: 'dist',
    // The oldest browsers that people of the field's surveys still carry; a test runs the pages without newer methods.
    target: ['chrome107', 'firefox104', 'safari15.4'],
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: {
        map: source('main.tsx'),
        page: source('page.ts'),
        check: source('check.tsx'),
        report: source('report.ts'),
        desk: source('desk.ts'),
        'report-styles': source('styles/report.css'),
        'desk-styles': source('styles/desk.css'),
        'check-styles': source('styles/check.css'),
        'map-styles': source('styles/map.css'),
        vectors: source('vectors.ts'),
        'service-worker': source('service-worker.ts'),
      },
      output: {
        // A service worker rules over the folder it lies in, and is found again by its name.
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
      },
    },
  },
});
