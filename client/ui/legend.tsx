import type { MapMessages } from '../i18n/ru/map.ts';
import type { ColourClass, Layer } from '../state/layers.ts';
import { legendOf } from '../state/legend.ts';
import type { PageRegion } from '../state/page-data.ts';

/** What each colour means in the chosen layer and how many regions have it. */
export function Legend(props: {
  regions: readonly PageRegion[];
  layer: Layer;
  operatorId: string;
  words: MapMessages;
}) {
  const { regions, layer, operatorId, words } = props;
  const names: Partial<Record<ColourClass, string>> = words.colourClass[layer];
  return (
    <details open>
      <summary>{words.layer[layer]}</summary>
      <p class="hint">{words.layerHelp[layer]}</p>
      <ul>
        {legendOf(regions, layer, operatorId).map(({ colourClass, count }) => (
          <li key={colourClass} data-count={count}>
            <span class="swatch" data-class={colourClass} />
            <span>{names[colourClass]}</span>
            <span class="count">{count}</span>
          </li>
        ))}
      </ul>
      <p class="hint">{words.regionsCounted}</p>
    </details>
  );
}
