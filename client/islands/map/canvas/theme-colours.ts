import { COLOUR_CLASSES, type ColourClass } from '../../../colours/colour-classes.ts';

/** Colours of the canvas in the theme that is on now. */
export interface ThemeColours {
  classes: Readonly<Record<ColourClass, string>>;
  water: string;
  land: string;
  ink: string;
  /** Ground of labels and outlines. */
  halo: string;
  hatch: string;
  coast: string;
}

/** Custom property of each colour class in the style sheets. */
const PROPERTIES: Readonly<Record<ColourClass, string>> = {
  'yes-3': '--y3',
  'yes-2': '--y2',
  'yes-1': '--y1',
  'partial-3': '--p3',
  'partial-2': '--p2',
  'partial-1': '--p1',
  'no-3': '--n3',
  'no-2': '--n2',
  'no-1': '--n1',
  lead: '--unknown',
  none: '--unknown',
  'amount-5': '--a5',
  'amount-4': '--a4',
  'amount-3': '--a3',
  'amount-2': '--a2',
  'amount-1': '--a1',
  'amount-0': '--a0',
  present: '--h2',
  'present-partly': '--h1',
  absent: '--h0',
};

/** Reads the colours from the style sheets, the only place that has their values. */
export function readThemeColours(root: Element): ThemeColours {
  const style = getComputedStyle(root);
  const read = (property: string): string => style.getPropertyValue(property).trim() || '#888888';
  const classes = Object.fromEntries(
    COLOUR_CLASSES.map((colourClass) => [colourClass, read(PROPERTIES[colourClass])]),
  ) as Record<ColourClass, string>;
  return {
    classes,
    water: read('--water'),
    land: read('--land'),
    ink: read('--ink'),
    halo: read('--halo'),
    hatch: read('--hatch'),
    coast: read('--coast'),
  };
}

/** Calls back when the theme changes, by the reader's choice or the system's; returns how to stop. */
export function watchTheme(root: Element, onChange: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(onChange);
  observer.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  system.addEventListener('change', onChange);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', onChange);
  };
}
