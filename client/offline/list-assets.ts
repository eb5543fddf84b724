import type { Plugin } from 'vite';

/** Where `client/service-worker.ts` wants the list. */
const PLACE = '__ASSETS__';

/**
 * Writes the addresses of all built files into the service worker. Its own bytes so change with any of them, which is
 * how browsers notice that there is something new.
 */
export function listAssets(): Plugin {
  return {
    name: 'list-assets',
    // After Vite has thrown away the empty scripts of style sheets.
    enforce: 'post',
    generateBundle(_options, bundle) {
      const files = Object.keys(bundle).filter((file) => file.startsWith('assets/'));
      const addresses = files.map((file) => `/${file}`).sort();
      const worker = bundle['service-worker.js'];
      if (worker?.type !== 'chunk' || !worker.code.includes(PLACE)) {
        this.error(`service-worker.js has no ${PLACE} for the list of built files`);
        return;
      }
      worker.code = worker.code.replace(PLACE, JSON.stringify(addresses));
    },
  };
}
