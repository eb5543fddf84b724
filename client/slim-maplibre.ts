import type { Plugin } from 'vite';

/** Parts of MapLibre that this map never reaches, as they stand in its unminified build, and what stands there instead. */
const CUTS: readonly { part: string; found: RegExp; instead: string }[] = [
  {
    part: 'the decoder of MapLibre tiles (every source here is GeoJSON)',
    found: /new MLTVectorTile\([^()]*\)/g,
    instead: 'null',
  },
  {
    part: 'the table of letters written from right to left (no language of the service is)',
    found: /const bidi = bidiFactory\(\);/g,
    instead:
      'const bidi = { getBidiCharTypeName: () => "L", getMirroredCharacter: () => null, getEmbeddingLevels: () => ({ levels: [], paragraphs: [] }) };',
  },
];

/**
 * Leaves out of MapLibre what no page uses: a tenth of the bytes a first visit costs (37 of 355 KB). It works on the
 * unminified build, whose names are readable, and stops the build when a part is no longer where it was.
 */
export function slimMaplibre(): Plugin {
  return {
    name: 'slim-maplibre',
    transform: {
      // Not the line that only asks for the worker's address.
      filter: { id: { include: /maplibre-gl(-worker)?-dev\.mjs/, exclude: /[?&]url/ } },
      handler(code, id) {
        let slim = code;
        for (const { part, found, instead } of CUTS) {
          if (slim.search(found) < 0) {
            this.error(
              `${id} no longer holds ${part} as ${found}: look where it went, or drop the cut`,
            );
          }
          slim = slim.replace(found, instead);
        }
        return { code: slim, map: null };
      },
    },
  };
}
