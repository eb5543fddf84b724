import type { PageRegion } from '../../components/context/page-data.ts';
import { loadOnce } from '../common/loading.ts';
import type { Padding } from './canvas/camera.ts';
import type { RegionMap } from './canvas/region-map.ts';
import { enterCard } from './card-panel.ts';
import { connectMapKeyboard } from './map-keyboard.ts';
import { createHoverTip } from './map-notice.ts';
import { choiceOf, chooseRegion } from './map-state.ts';
import type { MapPage, PageElements } from './page-elements.ts';

/** Air between a region and the panels, in pixels. */
const AIR = 24;

/** How much of the map the drawer and the card cover, from where they will rest after any motion. */
function panelPadding(elements: PageElements): Padding {
  const { page, map, regions, card, controls } = elements;
  const padding = { left: AIR, top: AIR, right: AIR, bottom: AIR };
  const isWide = matchMedia('(min-width: 48rem)').matches;
  const { width, bottom } = map.getBoundingClientRect();
  if (isWide) {
    if (page.dataset.regions === 'open') padding.left += regions.offsetWidth;
    if (page.dataset.card !== 'closed') padding.right += card.offsetWidth;
  } else {
    padding.right += controls.querySelector('.map-buttons')?.clientWidth ?? 0;
    const sheet = { peek: 0.18, answer: 0.52, full: 0.52 };
    const state = page.dataset.card;
    const share = state === 'peek' || state === 'answer' || state === 'full' ? sheet[state] : 0;
    padding.bottom += Math.max(0, bottom - innerHeight * (1 - share));
  }
  const tooNarrow = padding.left + padding.right > width * 0.8;
  return tooNarrow ? { ...padding, left: AIR, right: AIR } : padding;
}

/** What the map is started with. */
interface MapSurroundings extends MapPage {
  /** The shown layer's value of a region, in words. */
  describe(region: PageRegion): string;
}

/** The map once it stands; until then, and where it cannot be drawn, `current` is `undefined`. */
export interface StartedMap {
  current(): RegionMap | undefined;
  /** Resolves when the map is drawn or has failed; never rejects. */
  ready: Promise<void>;
}

/**
 * Whether the browser knows WebGL 2. Whether it also gets a context shows when the map asks for one: asking here would
 * start the graphics twice, which on a slow device holds the page up for longer than all its scripts.
 */
export const knowsWebgl = (): boolean => 'WebGL2RenderingContext' in globalThis;

/** The map's code; asked for as early as there is a use for it, since it is most of what a first visit waits for. */
export const loadMapCode = loadOnce(() => import('./canvas/region-map.ts'));

/** Loads and draws the map over the drawn one; where that fails the drawn one stays and one line says why. */
export function startMap(surroundings: MapSurroundings): StartedMap {
  const { words, notice } = surroundings;
  let current: RegionMap | undefined;
  const start = async (): Promise<void> => {
    if (!knowsWebgl()) {
      notice.say(words.noWebgl);
      return;
    }
    try {
      current = await drawMap(surroundings);
    } catch (error) {
      console.warn('The map could not be drawn, the simple one stays:', error);
      notice.say(isWithoutContext(error) ? words.noWebgl : words.failed);
    }
  };
  return { current: () => current, ready: start() };
}

/** MapLibre's error where the browser gives no WebGL context; by its name, because its class comes with the map's code. */
function isWithoutContext(error: unknown): boolean {
  return error instanceof Error && error.name === 'GPUInitializationError';
}

async function drawMap(surroundings: MapSurroundings): Promise<RegionMap> {
  const { elements, data, store, words, announce, describe } = surroundings;
  const { createRegionMap } = await loadMapCode();
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
