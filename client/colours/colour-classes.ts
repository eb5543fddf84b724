/**
 * What a colour on the map means, each with one fill in `client/styles/map/beside.css` and on the canvas. Hue is the value,
 * lightness its support (3: stated, 2: reported, 1: countrywide). Where nothing is known the ground is grey: dotted
 * where there are leads, hatched without any. Layers that say nothing of a family's answer have colours of their own.
 */
export const COLOUR_CLASSES = [
  'yes-3',
  'yes-2',
  'yes-1',
  'partial-3',
  'partial-2',
  'partial-1',
  'no-3',
  'no-2',
  'no-1',
  'lead',
  'none',
  'amount-5',
  'amount-4',
  'amount-3',
  'amount-2',
  'amount-1',
  'amount-0',
  'present',
  'present-partly',
  'absent',
] as const;
export type ColourClass = (typeof COLOUR_CLASSES)[number];

/** Classes that are steps of one scale stand side by side in a legend, from little to much. */
export const isStep = (colourClass: ColourClass): boolean => colourClass.startsWith('amount-');

/** Textures that tell no, leads and nothing from the rest, so that nothing depends on hue alone; each with its classes. */
export const TEXTURES = {
  hatch: ['none'],
  dots: ['lead'],
  cross: ['no-3', 'no-2', 'no-1', 'absent'],
} as const satisfies Readonly<Record<string, readonly ColourClass[]>>;
export type Texture = keyof typeof TEXTURES;

/** Names of the textures. */
export const TEXTURE_NAMES = ['hatch', 'dots', 'cross'] as const satisfies readonly Texture[];

/** The texture of a class; `undefined` for those that colour alone tells. */
export function textureOf(colourClass: ColourClass): Texture | undefined {
  return TEXTURE_NAMES.find((name) => TEXTURES[name].some((each) => each === colourClass));
}
