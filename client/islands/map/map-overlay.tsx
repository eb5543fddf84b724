import { render } from 'preact';
import { layerOf, shownLayer, shownOperator } from '../../components/context/map-layers.ts';
import type { PageData } from '../../components/context/page-data.ts';
import { Legend } from '../../components/legend.tsx';
import type { MapMessages } from '../../i18n/ru/map.ts';
import type { Announce } from '../common/announcer.ts';
import { locateReader } from './locate-reader.ts';
import { MapControls } from './map-controls.tsx';
import type { MapNotice } from './map-notice.ts';
import type { MapStore } from './map-state.ts';
import type { PageElements } from './page-elements.ts';
import type { StartedMap } from './start-map.ts';

/** What legend and controls are drawn from, and what they work on. */
interface MapOverlay {
  elements: PageElements;
  data: PageData;
  store: MapStore;
  words: MapMessages;
  announce: Announce;
  notice: MapNotice;
  map: StartedMap;
}

/** Draws the legend and the controls, now and after each change; once more when the map that they work on has come. */
export function connectMapOverlay(overlay: MapOverlay): void {
  const draw = (): void => {
    drawLegend(overlay);
    drawControls(overlay);
  };
  overlay.store.watch(draw);
  draw();
  void overlay.map.ready.then(draw);
}

function drawLegend({ elements, data, store, words }: MapOverlay): void {
  const state = store.get();
  // Beside the list the legend covers nothing, on a phone it stands below the map; over a wide map it would cover the
  // chosen region.
  const isWide = matchMedia('(min-width: 48rem)').matches;
  render(
    <Legend
      {...shownLayer(data, state)}
      language={data.language}
      sign={data.signs.length > 0 ? words.sign : undefined}
      open={state.regionId === undefined || state.regionsOpen || !isWide}
    />,
    elements.legend,
  );
}

function drawControls({ elements, data, store, words, announce, notice, map }: MapOverlay): void {
  const state = store.get();
  const layer = layerOf(data, state.layer);
  render(
    <MapControls
      words={words}
      layers={data.layers}
      layer={layer}
      view={state.view}
      operatorId={shownOperator(layer, state.operatorId)}
      operators={data.operators}
      hasMap={map.current() !== undefined}
      onLayer={({ id, title }) => {
        store.update({ layer: id });
        announce(words.shown(title));
      }}
      onOperator={(operatorId) => store.update({ operatorId })}
      onView={(view) => store.update({ view })}
      onZoom={(steps) => map.current()?.zoomBy(steps)}
      onCountry={() => map.current()?.showCountry()}
      onLocate={() => void locateReader({ data, store, words, notice })}
    />,
    elements.controls,
  );
}
