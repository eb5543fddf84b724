import type { PageLayer, PageOperator } from '../../components/context/page-data.ts';
import type { MapMessages } from '../../i18n/ru/map.ts';
import type { MapView } from './map-state.ts';

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
export function MapControls(props: MapControlsProps) {
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
