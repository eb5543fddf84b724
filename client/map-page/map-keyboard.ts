import type { MapStore } from '../state/map-state.ts';
import type { Direction } from '../state/neighbour-in-direction.ts';
import { neighbourInDirection } from '../state/neighbour-in-direction.ts';
import type { PageData, PageRegion } from '../state/page-data.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'north',
  ArrowRight: 'east',
  ArrowDown: 'south',
  ArrowLeft: 'west',
};

/** Where the keyboard starts when nothing is chosen: the capital, which everyone can place. */
const START = 'RU-MOW';

/** What the keys of the map do. */
export interface MapKeys {
  data: PageData;
  store: MapStore;
  /** The keyboard now stands on this region. */
  onFocus(region: PageRegion): void;
  /** Enter or space on a region. */
  onOpen(region: PageRegion): void;
  /** Escape. */
  onLeave(): void;
  zoomBy(steps: number): void;
  showCountry(): void;
}

/** Arrow keys go to the neighbour in that direction, Enter opens, Escape returns, plus, minus and 0 zoom. */
export function connectMapKeyboard(canvas: HTMLElement, keys: MapKeys): void {
  const { data, store } = keys;
  const byId = new Map(data.regions.map((region) => [region.id, region]));
  const current = (): PageRegion | undefined => {
    const { focusId, regionId } = store.get();
    return byId.get(focusId ?? regionId ?? '');
  };
  const moveTo = (region: PageRegion | undefined): void => {
    if (region === undefined) return;
    store.update({ focusId: region.id });
    keys.onFocus(region);
  };
  canvas.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = ARROWS[event.key];
    const region = current();
    if (direction !== undefined) {
      moveTo(
        region === undefined
          ? byId.get(START)
          : neighbourInDirection(data.regions, region, direction),
      );
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (region !== undefined) keys.onOpen(region);
    } else if (event.key === 'Escape') keys.onLeave();
    else if (event.key === '+' || event.key === '=') keys.zoomBy(1);
    else if (event.key === '-') keys.zoomBy(-1);
    else if (event.key === '0') keys.showCountry();
    else return;
    event.preventDefault();
  });
  canvas.addEventListener('blur', () => store.update({ focusId: undefined }));
}
