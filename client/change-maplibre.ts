import type { Plugin } from 'vite';

/** A part of MapLibre as it stands in its unminified build, and what stands there instead. */
interface LibraryChange {
  part: string;
  found: RegExp;
  instead: string;
  /** It is in the page's half of the library and not in the worker's. */
  isDrawn?: boolean;
}

/**
 * Leaves out of MapLibre what no page uses: a tenth of the bytes that a first visit costs; and lets it wait for the graphics without
 * holding the page up. It works on the unminified build, whose names are readable, and stops the build when a part is
 * no longer where it was.
 */
export function changeMaplibre(): Plugin {
  return {
    name: 'change-maplibre',
    transform: {
      // Not the line that only asks for the worker's address.
      filter: { id: { include: /maplibre-gl(-worker)?-dev\.mjs/, exclude: /[?&]url/ } },
      handler(code, id) {
        let slim = code;
        const isWorker = id.includes('worker');
        for (const { part, found, instead, isDrawn } of [
          ...CUTS,
          ...NON_BLOCKING_PROGRAMS,
          ...NON_BLOCKING_LETTERS,
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
 * MapLibre asks whether a program of the graphics is linked in the moment it has asked for it, and so keeps the page's thread
 * waiting for all that the graphics have to do before, the page's own picture first. With these changes a program that is new
 * to the map is linked while the page goes on, what is drawn with it is left out until then, and the map is not idle before.
 * `KHR_parallel_shader_compile` tells when it is done; where a browser lacks it a fence does, behind which nothing is left to do.
 * What fills and lines need is asked for with the first frame, so that it is linked while the worker makes the tiles. A linked program is
 * still asked for its parts, which waits for whatever the graphics do just then, a picture of the page for one: so they are asked
 * right after a fence that they answered at once, or after 20 that they did not.
 * A program that takes the place of another, as all do when the globe becomes flat, is waited for as before: the map would
 * have no fill meanwhile.
 */
const NON_BLOCKING_PROGRAMS: readonly LibraryChange[] = [
  {
    part: 'the set of extensions that a context asks for',
    found: /(?<=\t\tthis\.gl = gl;\n)/,
    instead: `\t\tthis.parallelCompile = gl.getExtension("KHR_parallel_shader_compile");
		this.linking = new Set();
		this.whenLinked = (repaint) => {
			if (this.isWaiting) return;
			this.isWaiting = true;
			let triesLeft = 20;
			const ask = () => {
				const asked = performance.now();
				const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
				gl.flush();
				const look = () => {
					if (gl.isContextLost()) return;
					if (gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) {
						setTimeout(look, 4);
						return;
					}
					gl.deleteSync(fence);
					triesLeft -= 1;
					let now = performance.now();
					if (now - asked < 16 || triesLeft < 0) for (const program of [...this.linking]) {
						if (!program.isLinked()) continue;
						program.finish();
						if (performance.now() - now > 8) break;
						now = performance.now();
					}
					this.isWaiting = this.linking.size > 0;
					if (this.isWaiting) ask();
					else repaint();
				};
				setTimeout(look, 4);
			};
			ask();
		};
`,
    isDrawn: true,
  },
  {
    part: 'the question whether a program is linked',
    found:
      /(?<=\t\tgl\.linkProgram\(this\.program\);\n)(?=\t\tif \(!gl\.getProgramParameter\(this\.program, gl\.LINK_STATUS\)\) \{)/,
    instead: `\t\tcontext.linking.add(this);
		const fence = context.parallelCompile ? null : gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
		this.isLinked = () => fence ? gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.SIGNALED : gl.getProgramParameter(this.program, context.parallelCompile.COMPLETION_STATUS_KHR);
		this.finish = () => {
			if (fence) gl.deleteSync(fence);
			context.linking.delete(this);
			this.finish = void 0;
`,
    isDrawn: true,
  },
  {
    part: 'the end of what makes a program',
    found:
      /(?<=\t\tthis\.binderUniforms = configuration \? configuration\.getUniforms\(context, uniformLocations\) : \[\];\n)/,
    instead: '\t\t};\n',
    isDrawn: true,
  },
  {
    part: 'the drawing with a program',
    found: /if \(this\.failedToCreate\) return;(?=\n\t\tcontext\.program\.set\(this\.program\);)/,
    instead: 'if (this.failedToCreate || this.finish) return;',
    isDrawn: true,
  },
  {
    part: 'the place where programs are kept',
    found:
      /(?<=variant\.projectionShaderVariant\.define, variant\.defines\);\n)(?=\t\treturn this\.programs\[key\];)/,
    instead: `\t\tconst program = this.programs[key];
		if (program.finish && Object.keys(this.programs).some((other) => other.startsWith(variant.name) && !this.programs[other].finish && !other.includes(projectionKey))) program.finish();
`,
    isDrawn: true,
  },
  {
    part: 'the start of the drawing of layers',
    found: /(?=\t\tthis\.maybeDrawDepth\(frameRenderContext\);\n)/,
    instead: `\t\tframeRenderContext.useProgram("clippingMask");
		for (const layerId of layerIds) {
			const layer = style._layers[layerId];
			const isFill = layer.type === "fill";
			if (layer.isAsked || !isFill && layer.type !== "line") continue;
			layer.isAsked = true;
			if (isFill) frameRenderContext.useProgram(layer.paint.get("fill-pattern").constantOr(1) ? "fillPattern" : "fill", new ProgramConfiguration(layer, transform.zoom, () => true));
			else if (!layer.paint.get("line-dasharray").constantOr(1)) frameRenderContext.useProgram("line", new ProgramConfiguration(layer, transform.zoom, () => true));
		}
`,
    isDrawn: true,
  },
  {
    part: 'the end of a frame',
    found:
      /\t\tif \(somethingDirty \|\| this\._repaint\) this\.triggerRepaint\(\);\n\t\telse if \((?=!this\.isMoving\(\) && this\.loaded\(\)\) this\.fire)/,
    instead: `\t\tconst isLinking = this.painter.context.linking.size > 0;
		if (isLinking) this.painter.context.whenLinked(() => this.triggerRepaint());
		if (somethingDirty || this._repaint) this.triggerRepaint();
		else if (!isLinking && `,
    isDrawn: true,
  },
];

/** Letters are drawn pixel by pixel on the page's thread, all of a tile's at once: now a few at a time, with a task of its own for each few. */
const NON_BLOCKING_LETTERS: readonly LibraryChange[] = [
  {
    part: 'the drawing of letters',
    found: /(?=\t\treturn this\._getRasterizedGlyph\(tinySDF, id\);)/,
    instead: `\t\tif (!this.rasterizedGlyphs.get(tinySDF)?.[id]) {
			this.lettersDrawn = (this.lettersDrawn ?? 0) + 1;
			if (this.lettersDrawn % 4 === 0) this.turn = (this.turn ?? Promise.resolve()).then(() => new Promise((next) => setTimeout(next)));
			await this.turn;
		}
`,
    isDrawn: true,
  },
];

/** The map draws on the canvas that its container holds, whose graphics were taken before, and asks them nothing when it starts. */
const TAKEN_GRAPHICS: readonly LibraryChange[] = [
  {
    part: 'the making of the canvas',
    found: /this\._canvas = DOM\.create\("canvas", "maplibregl-canvas", canvasContainer\);/,
    instead: `this._canvas = container.querySelector("canvas") ?? DOM.create("canvas");
		this._canvas.className = "maplibregl-canvas";
		canvasContainer.append(this._canvas);`,
    isDrawn: true,
  },
  {
    part: 'the question how finely the graphics filter (pictures seen at a slant, which this map has none of)',
    found: /gl\.getExtension\("EXT_texture_filter_anisotropic"\)/,
    instead: 'null',
    isDrawn: true,
  },
];
