import './islands/common/array-methods.ts';
import {
  type PageData,
  type PageRegion,
  parsePageData,
  regionWords,
  shownLayer,
} from './components/context/page-data.ts';
import { loadMapWords } from './i18n/loaded-words.ts';
import type { MapMessages } from './i18n/ru/map.ts';
import { type Announce, createAnnouncer } from './islands/common/announcer.ts';
import { startCitationReturn } from './islands/common/citation-return.ts';
import { startCopyText } from './islands/common/copy-text.ts';
import { drawCodesOnPaper } from './islands/common/print-code.ts';
import { afterFirstPicture } from './islands/common/scheduling.ts';
import {
  connectCardContent,
  connectCardPanel,
  connectFocusReturn,
  enterCard,
} from './islands/map/card-panel.ts';
import { createMapNotice, offerReload } from './islands/map/map-notice.ts';
import { connectMapOverlay } from './islands/map/map-overlay.tsx';
import {
  chooseRegion,
  connectAddressBar,
  createStore,
  type KnownIds,
  type MapState,
  type MapStore,
  parseSelection,
} from './islands/map/map-state.ts';
import { findPageElements, type PageElements } from './islands/map/page-elements.ts';
import {
  connectListToLayer,
  connectRegionDrawer,
  connectRegionLinks,
} from './islands/map/region-list.ts';
import { knowsWebgl, loadMapCode, startMap } from './islands/map/start-map.ts';
import { connectSearchBox, createRegionSearch, MOST_RESULTS } from './islands/search/search-box.ts';
import { startThemeChoice } from './islands/site-header.ts';

/** Makes the map page work: first list, card and address, which need no map; then the map. */
async function startMapPage(): Promise<void> {
  const elements = findPageElements();
  const data = parsePageData(document.querySelector('#page-data')?.textContent ?? '');
  const words = await loadMapWords(data.language);
  const ids = {
    regionIds: new Set(data.regions.map((region) => region.id)),
    operatorIds: new Set(data.operators.map((operator) => operator.id)),
    layerIds: data.layers.map(({ id }) => id),
  };
  const store = createMapStore(elements, ids);
  const announce = createAnnouncer(elements.announcer);
  const notice = createMapNotice(elements.notice, announce);

  // First: it looks where the focus is before the others change what stands there.
  connectFocusReturn(elements, store);
  connectCardPanel(elements, store);
  offerReload(words, notice);
  connectAddressBar(store, ids);
  connectRegionDrawer(elements, store);
  connectRegionLinks(elements, store);
  connectListToLayer(elements, data, store);
  connectCardContent(elements, data, store, words);
  announceCards(data, store, words, announce);

  const describe = (region: PageRegion): string => valueInWords(region, store.get(), data);
  const map = startMap({ elements, data, store, words, announce, notice, describe });
  connectSearchBox({
    elements,
    first: createRegionSearch(data),
    words: words.search,
    announce,
    loadSearch: async () => {
      const { createFullSearch } = await import('./islands/search/full-search.ts');
      return createFullSearch(data, MOST_RESULTS);
    },
    onChoose: ({ regionId, point }) => {
      chooseRegion(store, regionId);
      enterCard(elements);
      if (point !== undefined) map.current()?.markPoint(point);
    },
    onOutside: () => location.assign(`/${data.language}/about#borders`),
  });
  connectMapOverlay({ elements, data, store, words, announce, notice, map });
  await map.ready;
  // Last, so that it takes no bytes from the first view.
  const { keepOffline } = await import('./islands/map/keep-offline.ts');
  await keepOffline(data, words, notice);
}

/** The state that the address and the page, as the server wrote it, begin with. */
function createMapStore({ page }: PageElements, ids: KnownIds): MapStore {
  const selection = parseSelection(location.search, ids);
  return createStore<MapState>({
    ...selection,
    focusId: undefined,
    card: selection.regionId === undefined ? 'closed' : 'answer',
    regionsOpen: page.dataset.regions !== 'closed',
  });
}

function announceCards(
  data: PageData,
  store: MapStore,
  words: MapMessages,
  announce: Announce,
): void {
  const byId = new Map(data.regions.map((region) => [region.id, region]));
  store.watch((state, former) => {
    if (state.regionId === former.regionId) return;
    const region = byId.get(state.regionId ?? '');
    announce(
      region === undefined
        ? words.closed
        : words.opened(region.name, words.verdict[region.verdict]),
    );
  });
}

/** A region's value in the shown layer, in words. */
function valueInWords(region: PageRegion, state: MapState, data: PageData): string {
  const { layer, classes } = shownLayer(data, state);
  return regionWords(layer, classes.get(region.id) ?? 'none', region.id);
}

drawCodesOnPaper(document);
startThemeChoice();
startCopyText(document);
startCitationReturn(document);
// What the first picture needs is here: most of what the live map waits for may come while it is drawn.
if (knowsWebgl()) void loadMapCode().catch(() => undefined);
afterFirstPicture()
  .then(startMapPage)
  .catch((error: unknown) => {
    // The page is complete without this script: nothing is lost but the conveniences.
    console.warn('The map page stays as the server wrote it:', error);
  });
