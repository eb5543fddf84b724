import type { Language } from '../../data/core/schema/localized-text.ts';
import type { CountryOutlines } from './context/page-context.ts';
import type { RegionAnswer } from './region-answers.ts';

/** The map without scripts and without WebGL: one link per region, coloured and textured by the answer. */
export function Choropleth(props: {
  outlines: CountryOutlines;
  answers: readonly RegionAnswer[];
  language: Language;
  label: string;
}) {
  const { outlines, answers, language, label } = props;
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
      </defs>
      {answers.map((answer) => {
        const path = outlines.paths[answer.region.id];
        if (path === undefined) return null;
        const texture =
          answer.verdict === 'unknown' ? 'hatch' : answer.verdict === 'no' ? 'dots' : undefined;
        return (
          <a
            key={answer.region.id}
            href={`/${language}/regions/${answer.region.id}`}
            data-region={answer.region.id}
            data-verdict={answer.verdict}
            data-reach={answer.reach}
            aria-label={answer.sentence}
          >
            <title>{answer.sentence}</title>
            <path d={path} />
            {texture && <path d={path} fill={`url(#${texture})`} class="tx" />}
          </a>
        );
      })}
    </svg>
  );
}
