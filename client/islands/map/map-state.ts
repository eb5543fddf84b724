import { rememberRegion } from '../common/last-region.ts';

/** How much of the card is in view; on a wide screen any open state is the whole panel. */
export const CARD_HEIGHTS = ['closed', 'peek', 'answer', 'full'] as const;
export type CardHeight = (typeof CARD_HEIGHTS)[number];

/** Everything on the map page that changes while a reader is there. */
export interface MapState extends Selection {
  /** Region that the keyboard stands on; it need not be open. */
  focusId: string | undefined;
  card: CardHeight;
  regionsOpen: boolean;
}

export type MapStore = Store<MapState>;

export type MapView = 'globe' | 'flat';

/** What the reader has chosen on the map page; all of it is in the address, so a link shows the same. */
interface Selection {
  regionId: string | undefined;
  /** Id of a layer. */
  layer: string;
  operatorId: string | undefined;
  view: MapView;
}

/** Ids that an address may name; anything else is ignored, so that an old link still opens the map. */
export interface KnownIds {
  regionIds: ReadonlySet<string>;
  operatorIds: ReadonlySet<string>;
  /** The first is the default. */
  layerIds: readonly string[];
}

function known(ids: ReadonlySet<string>, id: string | null): string | undefined {
  return id !== null && ids.has(id) ? id : undefined;
}

/** Reads a selection from the query of an address, `?region=RU-TA&layer=presence&operator=mts&view=flat`. */
export function parseSelection(search: string, ids: KnownIds): Selection {
  const query = new URLSearchParams(search);
  const layer = query.get('layer');
  return {
    regionId: known(ids.regionIds, query.get('region')),
    layer: ids.layerIds.find((each) => each === layer) ?? ids.layerIds[0] ?? '',
    operatorId: known(ids.operatorIds, query.get('operator')),
    view: query.get('view') === 'flat' ? 'flat' : 'globe',
  };
}

/** The query of a selection, shortest form: defaults are left out. Empty, or starting with `?`. */
export function formatSelection(selection: Selection, { layerIds }: KnownIds): string {
  const query = new URLSearchParams();
  if (selection.regionId !== undefined) query.set('region', selection.regionId);
  if (selection.layer !== layerIds[0]) query.set('layer', selection.layer);
  if (selection.operatorId !== undefined) query.set('operator', selection.operatorId);
  if (selection.view !== 'globe') query.set('view', selection.view);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/**
 * What changes when a region is chosen, or none: the card opens as high as its answer, keeps the height that the reader gave it, and
 * closes with its region. One change, so that nothing ever sees a region without its card.
 */
export function choiceOf(
  regionId: string | undefined,
  { card, focusId }: Pick<MapState, 'card' | 'focusId'>,
): Pick<MapState, 'regionId' | 'focusId' | 'card'> {
  if (regionId === undefined) return { regionId, focusId, card: 'closed' };
  return { regionId, focusId: regionId, card: card === 'closed' ? 'answer' : card };
}

/** Opens the card of a region, which this device remembers, or closes it. */
export function chooseRegion(store: MapStore, regionId: string | undefined): void {
  if (regionId !== undefined) rememberRegion(regionId);
  store.update(choiceOf(regionId, store.get()));
}

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

/** A value that others watch. */
interface Store<T> {
  get(): T;
  /**
   * Replaces some fields; watchers hear of it only when a field changes. A change that a watcher makes is told after the
   * one it answers, so that all of them hear of all changes in the order in which they were made.
   */
  update(change: Partial<T>): void;
  /** Calls back after each change with the new and the former value; returns how to stop. */
  watch(watcher: (value: T, former: T) => void): () => void;
}

/** A store of one flat record, compared field by field: all that the map needs of a library of state, and loaded before it. */
export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  const watchers = new Set<(value: T, former: T) => void>();
  const untold: (readonly [value: T, former: T])[] = [];
  return {
    get: () => value,
    update(change) {
      const former = value;
      const next = { ...former, ...change };
      const keys = Object.keys(next) as (keyof T)[];
      if (keys.every((key) => Object.is(next[key], former[key]))) return;
      value = next;
      untold.push([next, former]);
      if (untold.length > 1) return;
      try {
        for (const [now, before] of untold) {
          for (const watcher of [...watchers]) watcher(now, before);
        }
      } finally {
        untold.length = 0;
      }
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
