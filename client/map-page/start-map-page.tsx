import { render } from 'preact';
import { parseSelection } from '../state/address.ts';
import { chooseRegion } from '../state/choose-region.ts';
import { classOf } from '../state/layers.ts';
import { type MapState, shownOperator } from '../state/map-state.ts';
import { type PageRegion, parsePageData } from '../state/page-data.ts';
import { createStore } from '../state/store.ts';
import { Legend } from '../ui/legend.tsx';
import { connectAddressBar } from './address-bar.ts';
import { createAnnouncer } from './announcer.ts';
import { connectCardContent } from './card-content.ts';
import { connectCardPanel } from './card-panel.ts';
import { connectFocusReturn } from './focus-return.ts';
import { locateReader } from './locate-reader.ts';
import { MapControls } from './map-controls.tsx';
import { createMapNotice } from './map-notice.ts';
import { loadMapWords } from './map-words.ts';
import { findPageElements } from './page-elements.ts';
import { connectRegionDrawer, connectRegionLinks } from './region-list.ts';
import { connectSearchBox, MOST_RESULTS } from './search-box.ts';
import { startMap } from './start-map.ts';

/** Brings the map page alive: first list, card and address, which need no map; then the map. */
export async function startMapPage(): Promise<void> {
  const elements = findPageElements();
  const data = parsePageData(document.querySelector('#page-data')?.textContent ?? '');
  const words = await loadMapWords(data.language);
  const byId = new Map(data.regions.map((region) => [region.id, region]));
  const ids = {
    regionIds: new Set(byId.keys()),
    operatorIds: new Set(data.operators.map((operator) => operator.id)),
  };
  const selection = parseSelection(location.search, ids);
  const store = createStore<MapState>({
    ...selection,
    focusId: undefined,
    card: selection.regionId === undefined ? 'closed' : 'half',
    regionsOpen: elements.page.dataset.regions !== 'closed',
  });
  const announce = createAnnouncer(elements.announcer);
  const notice = createMapNotice(elements.notice, announce);

  // First: it looks where the focus is before the others change what stands there.
  connectFocusReturn(elements, store);
  connectCardPanel(elements, store);
  connectAddressBar(store, ids);
  connectRegionDrawer(elements, store);
  connectRegionLinks(elements, store);
  connectCardContent(elements, data, store, words);

  const describe = (region: PageRegion): string => {
    const { layer } = store.get();
    const names: Readonly<Record<string, string>> = words.colourClass[layer];
    const colourClass = classOf(region, layer, shownOperator(store.get(), data.operators));
    return names[colourClass] ?? '';
  };
  const map = startMap({ elements, data, store, words, announce, notice, describe });

  connectSearchBox({
    elements,
    data,
    words,
    announce,
    loadSearch: async () => {
      const { createFullSearch } = await import('./full-search.ts');
      return createFullSearch(data, MOST_RESULTS);
    },
    onChoose: ({ regionId, point }) => {
      chooseRegion(store, regionId);
      if (point !== undefined) map.current()?.markPoint(point);
    },
  });

  const draw = (): void => {
    const state = store.get();
    const operatorId = shownOperator(state, data.operators);
    const { layer, view } = state;
    // Beside the list the legend covers nothing, on a phone it stands below the map; over a wide map it would cover the
    // chosen region.
    const isWide = matchMedia('(min-width: 48rem)').matches;
    const isRoomy = state.regionId === undefined || state.regionsOpen || !isWide;
    render(
      <Legend
        regions={data.regions}
        layer={layer}
        operatorId={operatorId}
        language={data.language}
        words={words}
        open={isRoomy}
      />,
      elements.legend,
    );
    render(
      <MapControls
        words={words}
        layer={layer}
        view={view}
        operatorId={operatorId}
        operators={data.operators}
        hasMap={map.current() !== undefined}
        onLayer={(chosen) => {
          store.update({ layer: chosen });
          announce(words.shown(words.layer[chosen]));
        }}
        onOperator={(chosen) => store.update({ operatorId: chosen })}
        onView={(chosen) => store.update({ view: chosen })}
        onZoom={(steps) => map.current()?.zoomBy(steps)}
        onCountry={() => map.current()?.showCountry()}
        onLocate={() => void locateReader({ data, store, words, notice })}
      />,
      elements.controls,
    );
  };
  store.watch((state, former) => {
    if (state.regionId !== former.regionId) {
      const region = byId.get(state.regionId ?? '');
      if (region === undefined) {
        announce(words.closed);
      } else announce(words.opened(region.name, words.verdict[region.verdict]));
    }
    draw();
  });
  draw();
  await map.ready;
  draw();
  // Last, so that it takes no bytes from the first view.
  const { keepOffline } = await import('../offline/keep-offline.ts');
  await keepOffline(data, words, notice);
}
