import {
  choiceOf,
  formatSelection,
  type KnownIds,
  type MapStore,
  parseSelection,
} from './map-state.ts';

/**
 * Keeps the address and the state alike: a chosen region makes a step in the history, other choices do not; back and
 * forward choose again what was chosen.
 */
export function connectAddressBar(store: MapStore, ids: KnownIds): void {
  store.watch((state, former) => {
    const query = formatSelection(state, ids);
    if (query === formatSelection(former, ids)) return;
    keepInLanguageLinks(query);
    // Back and forward have already brought their own address.
    if (query === location.search) return;
    const url = `${location.pathname}${query}`;
    if (state.regionId === former.regionId) history.replaceState(null, '', url);
    else history.pushState(null, '', url);
  });
  addEventListener('popstate', () => {
    const selection = parseSelection(location.search, ids);
    const { regionId } = selection;
    store.update({ ...selection, ...choiceOf(regionId, store.get()), focusId: regionId });
  });
  keepInLanguageLinks(formatSelection(store.get(), ids));
}

/** The same view in another language, not its front page. */
function keepInLanguageLinks(query: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]')) {
    link.search = query;
  }
}
