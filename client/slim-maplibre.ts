import type { Plugin } from 'vite';
import { PATIENT_LETTERS, PATIENT_PROGRAMS, TAKEN_GRAPHICS } from './patient-programs.ts';

/** A part of MapLibre as it stands in its unminified build, and what stands there instead. */
export interface LibraryChange {
  part: string;
  found: RegExp;
  instead: string;
  /** It is in the page's half of the library and not in the worker's. */
  isDrawn?: boolean;
}

/**
 * Shaders of layers and looks that the map has none of (its fills are drawn without `fill-antialias`, so without an outline): nothing
 * asks for them, since each is compiled for its first use.
 */
const SHADERS = [
  'atmosphere',
  'backgroundPattern',
  'heatmap',
  'heatmapTexture',
  'collisionBox',
  'collisionCircle',
  'colorRelief',
  'debug',
  'fillOutline',
  'fillOutlinePattern',
  'fillExtrusion',
  'fillExtrusionPattern',
  'hillshade',
  'hillshadePrepare',
  'layerOpacity',
  'lineGradient',
  'lineGradientSDF',
  'linePattern',
  'raster',
  'symbolIcon',
  'symbolTextAndIcon',
  'terrain',
  'terrainDepth',
  'terrainHeight',
] as const;

/** What this map never reaches. */
const CUTS: readonly LibraryChange[] = [
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
  {
    part: 'the English words of controls (the page has its own)',
    found: /(?<=const defaultLocale = )\{[^}]*\}/,
    instead: '{}',
    isDrawn: true,
  },
  {
    part: 'the glow around the globe (without a sky it blends with nothing, and its shader is compiled for the first picture)',
    found:
      /if \(data\.isRenderingGlobe\) this\.drawFunctions\.atmosphere\(this\.skyMesh, frameRenderContext\);/,
    instead: '',
    isDrawn: true,
  },
  ...SHADERS.map((name) => ({
    part: `the shader ${name} (no layer is drawn with it)`,
    found: new RegExp(`^\\t${name}: prepare\\(.*\\)(?=,?$)`, 'm'),
    instead: `\t${name}: prepare("", "")`,
    isDrawn: true,
  })),
];

/**
 * Leaves out of MapLibre what no page uses: a tenth of the bytes that a first visit costs; and lets it wait for the graphics without
 * holding the page up. It works on the unminified build, whose names are readable, and stops the build when a part is
 * no longer where it was.
 */
export function slimMaplibre(): Plugin {
  return {
    name: 'slim-maplibre',
    transform: {
      // Not the line that only asks for the worker's address.
      filter: { id: { include: /maplibre-gl(-worker)?-dev\.mjs/, exclude: /[?&]url/ } },
      handler(code, id) {
        let slim = code;
        const isWorker = id.includes('worker');
        for (const { part, found, instead, isDrawn } of [
          ...CUTS,
          ...PATIENT_PROGRAMS,
          ...PATIENT_LETTERS,
          ...TAKEN_GRAPHICS,
        ]) {
          if (isDrawn && isWorker) continue;
          if (slim.search(found) < 0) {
            this.error(
              `${id} no longer holds ${part} as ${found}: look where it went, or drop the change`,
            );
          }
          slim = slim.replace(found, instead);
        }
        return { code: slim, map: null };
      },
    },
  };
}
