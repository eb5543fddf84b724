import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';
import { changeMaplibre } from './change-maplibre.ts';

const source = (path: string): string => new URL(path, import.meta.url).pathname;

/**
 * The browser files: hashed names below `/assets/`, listed in `client/dist/.vite/manifest.json` by source path. There
 * is no HTML here, the server writes it.
 */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [changeMaplibre(), listAssets()],
  resolve: {
    alias: [
      { find: /^maplibre-gl$/, replacement: 'maplibre-gl/dist/maplibre-gl-dev.mjs' },
      // The server has the words of all languages, a page fetches those of its own.
      {
        find: /^(?:\.{1,2}\/)+(?:i18n\/)?catalogue\.ts$/,
        replacement: source('i18n/loaded-words.ts'),
      },
    ],
  },
  worker: { format: 'es', plugins: () => [changeMaplibre()] },
  build: {
    outDir: 'dist',
    // The oldest browsers that families still use, by the surveys of the field; a test runs the pages without newer methods.
    target: ['chrome107', 'firefox104', 'safari15.4'],
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: {
        map: source('map.ts'),
        page: source('page.ts'),
        check: source('check.tsx'),
        report: source('report.tsx'),
        desk: source('desk.ts'),
        'report-styles': source('styles/report.css'),
        'desk-styles': source('styles/desk.css'),
        'check-styles': source('styles/check.css'),
        'map-styles': source('styles/map.css'),
        vectors: source('vectors.ts'),
        'service-worker': source('service-worker.ts'),
      },
      output: {
        // A service worker controls the pages below the folder that it is in, and browsers ask for it by its name.
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
      },
    },
  },
});

/** Where `client/service-worker.ts` wants the list. */
const PLACE = '__ASSETS__';
const WORKER = 'service-worker.js';
/** What the server looks at when it starts: all of a build is there, or none of it is served. */
const LIST = '.vite/sums.json';

/**
 * Writes the addresses and sums of all built files into the service worker, and into a list for the server. The worker's
 * own bytes so change with any of them, which is how browsers notice that there is something new.
 */
function listAssets(): Plugin {
  return {
    name: 'list-assets',
    // Of what lies on the disk: other plugins change the files until they are written.
    async writeBundle({ dir = '' }, bundle) {
      const files = Object.keys(bundle).filter((file) => file.startsWith('assets/'));
      const sums: Record<string, string> = {};
      for (const file of files.sort()) sums[`/${file}`] = sumOf(await readFile(join(dir, file)));
      const worker = await readFile(join(dir, WORKER), 'utf8');
      if (!worker.includes(PLACE)) {
        this.error(`${WORKER} has no ${PLACE} for the list of built files`);
      }
      const listing = worker.replace(PLACE, JSON.stringify(sums));
      await writeFile(join(dir, WORKER), listing);
      await mkdir(dirname(join(dir, LIST)), { recursive: true });
      await writeFile(join(dir, LIST), JSON.stringify({ ...sums, [`/${WORKER}`]: sumOf(listing) }));
    },
  };
}

function sumOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64');
}
