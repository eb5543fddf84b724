import type { Language } from '../../data/core/schema/localized-text.ts';
import { colon } from '../i18n/grammar/format.ts';
import type { MapMessages } from '../i18n/ru/map.ts';
import { type ColourClass, type Layer, type LegendEntry, legendOf } from './context/layers.ts';
import type { PageRegion } from './context/page-data.ts';

interface LegendProps {
  regions: readonly PageRegion[];
  layer: Layer;
  operatorId: string;
  language: Language;
  words: MapMessages;
  /** False: only its title stands, until the reader opens it. */
  open: boolean;
}

/** Classes that are steps of one scale stand side by side, from little to much. */
const isStep = ({ colourClass }: LegendEntry): boolean => /^(partial|amount)-/.test(colourClass);

/** What each colour means in the chosen layer and how many regions have it. */
export function Legend(props: LegendProps) {
  const { regions, layer, operatorId, language, words, open } = props;
  const names: Partial<Record<ColourClass, string>> = words.colourClass[layer];
  const steps: Partial<Record<ColourClass, string>> = words.step[layer];
  const entries = legendOf(regions, layer, operatorId);
  const scale = entries.filter(isStep).toReversed();
  const isScale = scale.length > 1;
  const others = entries.filter((entry) => !(isScale && isStep(entry)));
  return (
    <details open={open}>
      <summary>{words.layer[layer]}</summary>
      <div class="legend-body">
        <div>
          <p class="hint">{words.layerHelp[layer]}</p>
          {isScale && (
            <>
              <p class="scale-title">{words.scale[layer]}</p>
              <ol class="scale">
                {scale.map(({ colourClass, count }) => (
                  <li key={colourClass} data-count={count}>
                    <span class="swatch" data-class={colourClass} />
                    <span class="vh">
                      {names[colourClass]}
                      {colon(language)}
                    </span>
                    <b>{count}</b>
                    <span aria-hidden="true">{steps[colourClass]}</span>
                  </li>
                ))}
              </ol>
            </>
          )}
        </div>
        {others.length > 0 && (
          <ul>
            {others.map(({ colourClass, count }) => (
              <li key={colourClass} data-count={count}>
                <span class="swatch" data-class={colourClass} />
                <span>{names[colourClass]}</span>
                <b>{count}</b>
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}
