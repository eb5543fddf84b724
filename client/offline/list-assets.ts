import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** Where `client/service-worker.ts` wants the list. */
const PLACE = '__ASSETS__';
const WORKER = 'service-worker.js';
/** What the server looks at when it starts: all of a build is there, or none of it is served. */
const LIST = '.vite/sums.json';

/**
 * Writes the addresses and sums of all built files into the service worker, and into a list for the server. The worker's
 * own bytes so change with any of them, which is how browsers notice that there is something new.
 */
export function listAssets(): Plugin {
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
