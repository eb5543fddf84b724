import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from 'culori';
import type { BrowserContextOptions } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { useHarness } from './harness.ts';
import { alive, withoutWebgl } from './without-webgl.ts';

const { open } = useHarness();

/** Two fills side by side are told apart from about 5; a legend is further away than its region. */
const LEAST_BETWEEN_CLASSES = 7.5;
/** A border runs between a region and the ground. */
const LEAST_FROM_GROUND = 6;
/** WCAG 2.2, 1.4.3 for text and 1.4.11 for what is not text. */
const LEAST_TEXT = 4.5;
const LEAST_TEXTURE = 3;

const difference = differenceCiede2000();
/** Sight without a kind of cone, the whole of the deficiency. */
const SIGHTS: Readonly<Record<string, (colour: Color) => Color>> = {
  'all cones': (colour) => colour,
  'no red cones': filterDeficiencyProt(1),
  'no green cones': filterDeficiencyDeuter(1),
  'no blue cones': filterDeficiencyTrit(1),
};

const Layers = z.array(z.object({ id: z.string(), names: z.record(z.string(), z.string()) }));
const Palette = z.object({
  layers: Layers,
  classes: z.record(z.string(), z.object({ fill: z.string(), texture: z.string() })),
  tokens: z.record(z.string(), z.string()),
});
type Palette = z.infer<typeof Palette>;

/** What the page paints its layers with: each class as the legend shows it, and the named colours around. */
async function paletteOf(options: BrowserContextOptions): Promise<Palette> {
  const page = await open('/ru/', { ...options, prepare: withoutWebgl });
  await alive(page);
  const palette = await page.evaluate(() => {
    const { layers } = JSON.parse(document.querySelector('#page-data')?.textContent ?? '');
    const classes: Record<string, { fill: string; texture: string }> = {};
    for (const name of layers.flatMap((layer: { names: object }) => Object.keys(layer.names))) {
      const swatch = document.createElement('i');
      swatch.className = 'swatch';
      swatch.dataset.class = name;
      document.body.append(swatch);
      const { backgroundColor, backgroundImage } = getComputedStyle(swatch);
      classes[name] = { fill: backgroundColor, texture: backgroundImage };
    }
    const root = getComputedStyle(document.documentElement);
    const names = ['water', 'land', 'ink', 'soft', 'halo', 'card', 'ground', 'hatch', 'unknown'];
    const tokens = Object.fromEntries(
      names.map((name) => [name, root.getPropertyValue(`--${name}`)]),
    );
    return { layers, classes, tokens };
  });
  await page.context().close();
  return Palette.parse(palette);
}

function colour(text: string | undefined): Color {
  const parsed = parse(text?.trim() ?? '');
  if (parsed === undefined) throw new Error(`no colour: ${text}`);
  return parsed;
}

/** Pairs of colours that some sight does not tell apart by so much, in words. */
function confused(
  pairs: Iterable<readonly [name: string, one: string | undefined, other: string | undefined]>,
  least: number,
): string[] {
  return [...pairs].flatMap(([name, one, other]) =>
    Object.entries(SIGHTS).flatMap(([sight, see]) => {
      const distance = difference(see(colour(one)), see(colour(other)));
      return distance < least ? [`${name}: ${distance.toFixed(1)} with ${sight}`] : [];
    }),
  );
}

function* pairsOf(layer: Palette['layers'][number], { classes }: Palette) {
  const names = Object.keys(layer.names);
  for (const [index, one] of names.entries()) {
    for (const other of names.slice(index + 1)) {
      // A texture tells them apart without any colour.
      if (classes[one]?.texture !== classes[other]?.texture) continue;
      yield [`${layer.id}: ${one}, ${other}`, classes[one]?.fill, classes[other]?.fill] as const;
    }
  }
}

const THEMES: Readonly<Record<string, BrowserContextOptions>> = {
  'in the light theme': { colorScheme: 'light' },
  'in the dark theme': { colorScheme: 'dark' },
  'in the forced colours of a system': { colorScheme: 'light', forcedColors: 'active' },
};

describe.each(Object.entries(THEMES))('the map %s', (_theme, options) => {
  it('tells the classes of each layer apart, with every kind of sight or by a texture', async () => {
    const palette = await paletteOf(options);
    expect(palette.layers.length).toBeGreaterThan(3);
    const pairs = palette.layers.flatMap((layer) => [...pairsOf(layer, palette)]);
    expect(pairs.length).toBeGreaterThan(20);
    expect(confused(pairs, LEAST_BETWEEN_CLASSES)).toEqual([]);
  });

  it('tells a region from water and from land abroad, likewise', async () => {
    const { classes, tokens } = await paletteOf(options);
    const plain = Object.entries(classes).filter(
      ([, { texture }]) => !texture.includes('gradient'),
    );
    const pairs = plain.flatMap(([name, { fill }]) =>
      ['water', 'land'].map((ground) => [`${name}, ${ground}`, fill, tokens[ground]] as const),
    );
    expect(pairs.length).toBeGreaterThan(10);
    expect(confused(pairs, LEAST_FROM_GROUND)).toEqual([]);
  });
});

const CONTRASTS: readonly (readonly [over: string, under: string, least: number])[] = [
  ['ink', 'halo', LEAST_TEXT],
  ['ink', 'card', LEAST_TEXT],
  ['ink', 'ground', LEAST_TEXT],
  ['soft', 'card', LEAST_TEXT],
  ['soft', 'ground', LEAST_TEXT],
  ['soft', 'water', LEAST_TEXT],
  ['hatch', 'unknown', LEAST_TEXTURE],
];

it.each(['light', 'dark'] as const)(
  'letters and textures stand out in the %s theme',
  async (colorScheme) => {
    const { classes, tokens } = await paletteOf({ colorScheme });
    const crossed = Object.keys(classes).filter((name) => /^no-|^absent$/.test(name));
    const pairs = [
      ...CONTRASTS.map(([over, under, least]) => [over, under, tokens[under], least] as const),
      ...crossed.map((name) => ['ink', name, classes[name]?.fill, LEAST_TEXTURE] as const),
    ];
    const weak = pairs.flatMap(([over, name, under, least]) => {
      const contrast = wcagContrast(colour(tokens[over]), colour(under));
      return contrast < least
        ? [`${over} on ${name}: ${contrast.toFixed(2)}, at least ${least}`]
        : [];
    });
    expect(weak).toEqual([]);
  },
);
