import { Fragment } from 'preact';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { type ColourClass, textureOf } from '../colours/colour-classes.ts';
import type { CountryOutlines } from './context/page-context.ts';
import type { RegionAnswer } from './region-list.tsx';

/**
 * The map without scripts and without WebGL: the regions coloured and textured by the answer, and over each a link of its shape.
 */
export function Choropleth(props: {
  outlines: CountryOutlines;
  answers: readonly RegionAnswer[];
  /** Regions with a sign over their fill. */
  signs: readonly string[];
  language: Language;
  label: string;
}) {
  const { outlines, answers, signs, language, label } = props;
  const drawn = answers.flatMap(({ region, colourClass }) => {
    const path = outlines.paths[region.id];
    return path === undefined ? [] : [[colourClass, path] as const];
  });
  return (
    <svg data-choropleth viewBox={outlines.viewBox}>
      <title>{label}</title>
      <defs>
        <pattern
          id="hatch"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0v6" class="hatch" />
        </pattern>
        <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">
          <circle cx="3" cy="3" r="1" class="dots" />
        </pattern>
        <pattern id="cross" width="7" height="7" patternUnits="userSpaceOnUse">
          <path d="M1.5 1.5l4 4M5.5 1.5l-4 4" class="cross" />
        </pattern>
      </defs>
      <g data-joined>
        <JoinedRegions outlines={drawn} />
      </g>
      {answers.map((answer) => {
        const path = outlines.paths[answer.region.id];
        if (path === undefined) return null;
        return (
          <a
            key={answer.region.id}
            href={`/${language}/regions/${answer.region.id}`}
            data-region={answer.region.id}
            data-class={answer.colourClass}
            aria-label={answer.sentence}
          >
            <title>{answer.sentence}</title>
            <path d={path} />
          </a>
        );
      })}
      {signs.map((id) => {
        const [x, y] = outlines.labelPoints[id] ?? [];
        return x !== undefined && <circle key={id} cx={x} cy={y} r="4" class="sign" />;
      })}
    </svg>
  );
}

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
    const texture = textureOf(colourClass);
    return (
      <Fragment key={colourClass}>
        <path d={path} data-class={colourClass} />
        {texture && <path d={path} fill={`url(#${texture})`} class="tx" />}
      </Fragment>
    );
  });
}
