import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { DATA_COMMANDS, SITE } from '../../client/components/commands.tsx';
import { useHarness } from './harness.ts';

const harness = useHarness();
const PACKAGES = join(import.meta.dirname, '../../node_modules');
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
};

/** Where a page of npm packages is served from in these tests, in place of the network of a CDN. */
const OWN = '/npm/';

/** Answers an address of a package with the file that is installed. */
async function servePackages(page: Page, address: RegExp) {
  await page.route(address, (route) => {
    const [, name = ''] = /\/npm\/(.+)$/.exec(new URL(route.request().url()).pathname) ?? [];
    // The address names the version, the folder does not.
    const path = join(PACKAGES, name.replace(/@[\d.]+\//, '/'));
    return route.fulfill({
      body: readFileSync(path),
      contentType: TYPES[extname(path)] ?? 'text/plain',
      headers: { 'access-control-allow-origin': '*' },
    });
  });
}

/** Opens a page of one's own that holds an example, at an address that the service does not have. */
async function openExample(html: string): Promise<Page> {
  return harness.open('/example.html', {
    prepare: async (page) => {
      await servePackages(page, /^https:\/\/cdn\.jsdelivr\.net\/npm\//);
      await servePackages(page, new RegExp(`${OWN}.*\\.m?js$|${OWN}.*\\.css$`));
      await page.route('**/example.html', (route) =>
        route.fulfill({ contentType: 'text/html', body: html }),
      );
    },
  });
}

const exampleOf = (tool: 'leaflet' | 'openlayers' | 'maplibre'): string =>
  DATA_COMMANDS[tool].join('\n').replaceAll(SITE, harness.origin());

/**
 * Waits until the service has at hand what an example asks for: what it computes for the first time takes long on a busy
 * machine, it says so with 503, and a map asks once.
 */
async function makeReady(addresses: readonly string[]) {
  for (const address of addresses) {
    await expect.poll(async () => (await fetch(address)).status).toBe(200);
  }
}

const page = (body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Example</title>${body}</html>`;

describe('an example of the data page in a browser', () => {
  it('draws the regions with Leaflet, each with its value and support', async () => {
    const opened = await openExample(page(exampleOf('leaflet')));
    const shapes = opened.locator('#map path.leaflet-interactive');
    await expect.poll(() => shapes.count()).toBe(83);
    await shapes.nth(70).dispatchEvent('mouseover');
    const tooltip = opened.locator('.leaflet-tooltip');
    await expect
      .poll(() => tooltip.textContent())
      .toMatch(/: (yes|partial|unknown|no), (stated|reported|countrywide|lead|none)$/);
    await opened.context().close();
  });

  it('draws vector tiles and features with OpenLayers', async () => {
    const addresses = [...exampleOf('openlayers').matchAll(/url: '([^']+)'/g)];
    const [tiles = '', places = ''] = addresses.map(([, address]) => address ?? '');
    const shown = [...Array(16).keys()].map((index) =>
      tiles
        .replace('{z}', '2')
        .replace('{y}', String(Math.floor(index / 4)))
        .replace('{x}', String(index % 4)),
    );
    await makeReady([places, ...shown]);
    const html = page(
      exampleOf('openlayers').replace(
        /<\/script>$/,
        '  window.shown = { map, places };\n</script>',
      ),
    );
    const opened = await openExample(html);
    await opened.waitForFunction(() => 'shown' in window);
    const seen = () =>
      opened.evaluate(() => {
        const { map, places } = Reflect.get(window, 'shown');
        const pixel = map.getPixelFromCoordinate([10_600_000, 9_000_000]);
        const regions: string[] = [];
        map.forEachFeatureAtPixel(pixel, (feature: { get(name: string): unknown }) => {
          regions.push(
            `${feature.get('region_id')} ${feature.get('verdict')} ${feature.get('support')}`,
          );
        });
        return { places: places.getFeatures().length, regions };
      });
    await expect.poll(async () => (await seen()).places).toBeGreaterThan(20);
    await expect
      .poll(async () => (await seen()).regions.join())
      .toMatch(/RU-[A-Z]+ (yes|partial|unknown|no) (stated|reported|countrywide|lead|none)/);
    await opened.context().close();
  });

  it('draws the tiles of a PMTiles file with MapLibre', async () => {
    const imports = {
      'maplibre-gl': `${OWN}maplibre-gl/dist/maplibre-gl.mjs`,
      pmtiles: `${OWN}pmtiles/dist/esm/index.js`,
      fflate: `${OWN}fflate/esm/browser.js`,
      // A bundler gives the address of the worker for this.
      'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url': `data:text/javascript,export default '${OWN}maplibre-gl/dist/maplibre-gl-worker.mjs'`,
    };
    const script = exampleOf('maplibre');
    const opened = await openExample(
      page(
        `<script type="importmap">${JSON.stringify({ imports })}</script><div id="map" style="width: 60rem; height: 30rem"></div><script type="module">${script}\nwindow.shown = map;</script>`,
      ),
    );
    await opened.waitForFunction(() => 'shown' in window);
    const drawn = () =>
      opened.evaluate(() =>
        Reflect.get(window, 'shown')
          .queryRenderedFeatures({ layers: ['regions'] })
          .map(({ properties }: { properties: Record<string, unknown> }) => properties),
      );
    await expect.poll(async () => (await drawn().catch(() => [])).length).toBeGreaterThan(40);
    for (const { verdict, support } of await drawn()) {
      expect(verdict).toMatch(/^(yes|partial|unknown|no)$/);
      expect(support).toMatch(/^(stated|reported|countrywide|lead|none)$/);
    }
    await opened.context().close();
  });
});
