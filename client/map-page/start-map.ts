import type { MapMessages } from '../i18n/ru/map.ts';
import type { RegionMap } from '../map/region-map.ts';
import { choiceOf, chooseRegion } from '../state/choose-region.ts';
import type { MapStore } from '../state/map-state.ts';
import type { PageData, PageRegion } from '../state/page-data.ts';
import type { Announce } from './announcer.ts';
import { enterCard } from './card-focus.ts';
import { createHoverTip } from './hover-tip.ts';
import { connectMapKeyboard } from './map-keyboard.ts';
import type { MapNotice } from './map-notice.ts';
import type { PageElements } from './page-elements.ts';
import { panelPadding } from './panel-padding.ts';

/** What the map is started with. */
export interface MapSurroundings {
  elements: PageElements;
  data: PageData;
  store: MapStore;
  words: MapMessages;
  announce: Announce;
  notice: MapNotice;
  /** The shown layer's value of a region, in words. */
  describe(region: PageRegion): string;
}

/** The map once it stands; until then, and where it cannot be drawn, `current` is `undefined`. */
export interface StartedMap {
  current(): RegionMap | undefined;
  /** Settles when the map stands or has given up; never rejects. */
  ready: Promise<void>;
}

function hasWebgl(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}

/** Loads and draws the map over the drawn one; where that fails the drawn one stays and one line says why. */
export function startMap(surroundings: MapSurroundings): StartedMap {
  const { words, notice } = surroundings;
  let current: RegionMap | undefined;
  const start = async (): Promise<void> => {
    if (!hasWebgl()) {
      notice.say(words.noWebgl);
      return;
    }
    try {
      current = await drawMap(surroundings);
    } catch (error) {
      console.warn('The map could not be drawn, the simple one stays:', error);
      notice.say(words.failed);
    }
  };
  return { current: () => current, ready: start() };
}

async function drawMap(surroundings: MapSurroundings): Promise<RegionMap> {
  const { elements, data, store, words, announce, describe } = surroundings;
  const { createRegionMap } = await import('../map/region-map.ts');
  const container = document.createElement('div');
  container.className = 'live-map';
  elements.map.append(container);
  const byId = new Map(data.regions.map((region) => [region.id, region]));
  const tip = createHoverTip(container);
  try {
    const map = await createRegionMap({
      container,
      data,
      store,
      label: words.label,
      padding: () => panelPadding(elements),
      onHover: (regionId, point) => {
        const region = byId.get(regionId ?? '');
        tip.show(region && { name: region.name, value: describe(region) }, point);
      },
    });
    elements.map.querySelector('[data-choropleth]')?.remove();
    container.classList.add('is-drawn');
    connectMapKeyboard(map.canvas, {
      data,
      store,
      onFocus: (region) => announce(words.focused(region.name, describe(region))),
      onOpen: (region) => {
        chooseRegion(store, region.id);
        enterCard(elements);
      },
      onLeave: () => {
        store.update({ ...choiceOf(undefined, store.get()), focusId: undefined });
      },
      zoomBy: map.zoomBy,
      showCountry: map.showCountry,
    });
    return map;
  } catch (error) {
    container.remove();
    throw error;
  }
}
