import { render } from 'preact';
import { layerOf, shownLayer, shownOperator } from '../../components/context/map-layers.ts';
import type { PageData, PageLayer, PageOperator } from '../../components/context/page-data.ts';
import { Legend } from '../../components/legend.tsx';
import type { MapMessages } from '../../i18n/ru/map.ts';
import type { Announce } from '../common/announcer.ts';
import { locateReader } from './locate-reader.ts';
import type { MapNotice } from './map-notice.ts';
import type { MapStore, MapView } from './map-state.ts';
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

/** What the buttons over the map do. */
interface MapControlsProps {
  words: MapMessages;
  layers: readonly PageLayer[];
  layer: PageLayer;
  view: MapView;
  /** In a layer of one operator. */
  operatorId: string | undefined;
  operators: readonly PageOperator[];
  /** False while only the drawn map is there: it has no projections and no zoom. */
  hasMap: boolean;
  onLayer(layer: PageLayer): void;
  onOperator(operatorId: string): void;
  onView(view: MapView): void;
  onZoom(steps: number): void;
  onCountry(): void;
  onLocate(): void;
}

/** Layer chooser, projection, zoom and "where am I". */
function MapControls(props: MapControlsProps) {
  const { words, layer, view, hasMap } = props;
  return (
    <>
      <div class="layer-choice">
        <label>
          <span class="vh">{words.layerTitle}</span>
          <select
            value={layer.id}
            onChange={(event) => {
              const chosen = props.layers.find(({ id }) => id === event.currentTarget.value);
              if (chosen !== undefined) props.onLayer(chosen);
            }}
          >
            {props.layers.map(({ id, title }) => (
              <option key={id} value={id} selected={id === layer.id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        {props.operatorId !== undefined && (
          <label>
            <span class="vh">{words.operator}</span>
            <select
              value={props.operatorId}
              onChange={(event) => props.onOperator(event.currentTarget.value)}
            >
              {props.operators.map(({ id, name }) => (
                <option key={id} value={id} selected={id === props.operatorId}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <div class="map-buttons">
        {hasMap && (
          <>
            <Button label={words.zoomIn} icon="M8 3v10M3 8h10" onClick={() => props.onZoom(1)} />
            <Button label={words.zoomOut} icon="M3 8h10" onClick={() => props.onZoom(-1)} />
            <Button
              label={words.wholeCountry}
              icon="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4"
              onClick={props.onCountry}
            />
            <Button
              label={view === 'globe' ? words.flat : words.globe}
              icon={
                view === 'globe'
                  ? 'M1.5 4l4-1.5 5 2 4-1.5v9l-4 1.5-5-2-4 1.5zM5.5 2.5v9M10.5 4.5v9'
                  : 'M8 1.5a6.5 6.5 0 100 13 6.5 6.5 0 000-13M1.5 8h13M8 1.5c-4.5 4-4.5 9 0 13 4.5-4 4.5-9 0-13'
              }
              onClick={() => props.onView(view === 'globe' ? 'flat' : 'globe')}
            />
          </>
        )}
        <Button
          label={words.whereAmI}
          icon="M8 3.5a4.5 4.5 0 100 9 4.5 4.5 0 000-9M8 .5v3M8 12.5v3M.5 8h3M12.5 8h3"
          onClick={props.onLocate}
        />
      </div>
    </>
  );
}

function Button(props: { label: string; icon: string; onClick(): void }) {
  return (
    <button type="button" aria-label={props.label} title={props.label} onClick={props.onClick}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={props.icon} />
      </svg>
    </button>
  );
}
