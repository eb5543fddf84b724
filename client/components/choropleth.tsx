import type { Dataset } from '../../data/core/schema/dataset.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import type { CountryOutlines } from './context/page-context.ts';
import { JoinedRegions } from './joined-regions.tsx';
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

/** Who made outlines that stand in place of the shipped ones. */
export function BoundaryCredit(props: { dataset: Dataset; language: Language }) {
  const { boundarySource } = props.dataset;
  if (boundarySource === undefined) return null;
  const { attribution, licence, url } = boundarySource;
  const text = catalogueOf(props.language).about.boundariesBy(attribution, licence);
  return <p data-boundary-credit>{url === undefined ? text : <a href={url}>{text}</a>}</p>;
}
