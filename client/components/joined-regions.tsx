import { Fragment } from 'preact';
import type { ColourClass } from '../colours/colour-classes.ts';

/** Grey with dots: leads only; grey with hatch: nothing; crosses: no. So nothing depends on hue alone. */
const TEXTURE_OF: Readonly<Partial<Record<ColourClass, string>>> = {
  lead: 'dots',
  none: 'hatch',
  'no-3': 'cross',
  'no-2': 'cross',
  'no-1': 'cross',
  absent: 'cross',
};

/**
 * The regions of a drawn map, with one path for all of a colour class: what a browser needs to draw them grows with their number
 * and hardly with their length, and 83 paths keep its graphics busy for longer than all else on the page.
 */
export function JoinedRegions(props: {
  /** Each region's colour and its outline as path data. */
  outlines: readonly (readonly [colourClass: ColourClass, path: string])[];
}) {
  const paths = new Map<ColourClass, string>();
  for (const [colourClass, path] of props.outlines) {
    paths.set(colourClass, (paths.get(colourClass) ?? '') + path);
  }
  return [...paths].map(([colourClass, path]) => {
    const texture = TEXTURE_OF[colourClass];
    return (
      <Fragment key={colourClass}>
        <path d={path} data-class={colourClass} />
        {texture && <path d={path} fill={`url(#${texture})`} class="tx" />}
      </Fragment>
    );
  });
}
