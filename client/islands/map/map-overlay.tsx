import { render } from 'preact';
import {
  layerOf,
  type PageLayer,
  type PageOperator,
  shownLayer,
  shownOperator,
} from '../../components/context/page-data.ts';
import { Legend } from '../../components/legend.tsx';
import type { MapMessages } from '../../i18n/ru/map.ts';
import type { MapView } from './map-state.ts';
import type { MapPage } from './page-elements.ts';
import type { StartedMap } from './start-map.ts';

/** What legend and controls are drawn from, and what they work on. */
interface MapOverlay extends MapPage {
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

function drawControls(overlay: MapOverlay): void {
  const { elements, data, store, words, announce, map } = overlay;
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
      onLayer={(layerId) => {
        store.update({ layer: layerId });
        announce(words.shown(layerOf(data, layerId).title));
      }}
      onOperator={(operatorId) => store.update({ operatorId })}
      onView={(view) => store.update({ view })}
      onZoom={(steps) => map.current()?.zoomBy(steps)}
      onCountry={() => map.current()?.showCountry()}
      onLocate={() => void locate(overlay)}
    />,
    elements.controls,
  );
}

/** Answers "where am I"; what that takes is fetched by the first reader who asks. */
async function locate(overlay: MapOverlay): Promise<void> {
  const { words, notice } = overlay;
  notice.say(words.locating);
  try {
    const { locateReader } = await import('./locate-reader.ts');
    await locateReader(overlay);
  } catch (error) {
    console.warn('No place found:', error);
    notice.say(words.locateFailed);
  }
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
  onLayer(layerId: string): void;
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
        <Choice
          label={words.layerTitle}
          options={props.layers.map(({ id, title }) => ({ id, name: title }))}
          chosen={layer.id}
          onChoose={props.onLayer}
        />
        {props.operatorId !== undefined && (
          <Choice
            label={words.operator}
            options={props.operators}
            chosen={props.operatorId}
            onChoose={props.onOperator}
          />
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

/** A choice with a label for screen readers only. */
function Choice(props: {
  label: string;
  options: readonly { id: string; name: string }[];
  chosen: string;
  onChoose(id: string): void;
}) {
  const { label, options, chosen, onChoose } = props;
  return (
    <label>
      <span class="vh">{label}</span>
      <select value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(({ id, name }) => (
          <option key={id} value={id} selected={id === chosen}>
            {name}
          </option>
        ))}
      </select>
    </label>
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
