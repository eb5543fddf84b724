import type { Language } from '../../data/core/schema/localized-text.ts';
import { type ColourClass, isStep } from '../colours/colour-classes.ts';
import { colon } from '../i18n/grammar/format.ts';
import { legendOf, type PageLayer } from './context/page-data.ts';

/** What each colour means in the chosen layer and how many regions have it; colours that do not occur are left out. */
export function Legend(props: {
  layer: PageLayer;
  classes: ReadonlyMap<string, ColourClass>;
  language: Language;
  /** What the sign over a region means; absent where there is none. */
  sign: string | undefined;
  /** False: only its title stands, until the reader opens it. */
  open: boolean;
}) {
  const { layer, classes, language, sign, open } = props;
  const entries = legendOf(layer, classes);
  const scale = entries.filter(({ step }) => step !== '').reverse();
  const isScale = scale.length > 1;
  const others = entries.filter(
    ({ colourClass, step }) => !(isScale && step !== '' && isStep(colourClass)),
  );
  return (
    <details open={open}>
      <summary>{layer.title}</summary>
      <div class="legend-body">
        <p class="hint">{layer.help}</p>
        {isScale && (
          <>
            <p class="scale-title">{layer.scale}</p>
            <ol class="scale">
              {scale.map(({ colourClass, name, step, count }) => (
                <li key={colourClass} data-count={count}>
                  <span class="swatch" data-class={colourClass} />
                  <span class="vh">
                    {name}
                    {colon(language)}
                  </span>
                  <b>{count}</b>
                  <span aria-hidden="true">{step}</span>
                </li>
              ))}
            </ol>
          </>
        )}
        <ul>
          {others.map(({ colourClass, name, count }) => (
            <li key={colourClass} data-count={count}>
              <span class="swatch" data-class={colourClass} />
              <span>{name}</span>
              <b>{count}</b>
            </li>
          ))}
          {sign !== undefined && (
            <li class="sign-line">
              <span class="sign" aria-hidden="true" />
              <span>{sign}</span>
            </li>
          )}
        </ul>
      </div>
    </details>
  );
}
