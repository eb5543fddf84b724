import type { PageData } from '../../components/context/page-data.ts';
import type { MapMessages } from '../../i18n/ru/map.ts';
import type { Announce } from '../common/announcer.ts';
import type { MapNotice } from './map-notice.ts';
import type { MapStore } from './map-state.ts';

/** Places of the map page that the server writes and the scripts fill; `client/README.md` has the list. */
export interface PageElements {
  page: HTMLElement;
  regions: HTMLElement;
  list: HTMLElement;
  map: HTMLElement;
  notice: HTMLElement;
  controls: HTMLElement;
  legend: HTMLElement;
  card: HTMLElement;
  cardBody: HTMLElement;
  announcer: HTMLElement;
  search: HTMLFormElement;
  searchInput: HTMLInputElement;
  searchResults: HTMLElement;
}

/** What each part of the map page works with. */
export interface MapPage {
  elements: PageElements;
  data: PageData;
  store: MapStore;
  words: MapMessages;
  announce: Announce;
  notice: MapNotice;
}

function find<T extends HTMLElement>(selector: string, kind: new () => T): T {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) {
    throw new Error(`the page has no ${kind.name} at ${selector}: script and server differ`);
  }
  return element;
}

/** Finds all places; throws naming the first that is missing. */
export function findPageElements(): PageElements {
  return {
    page: find('#map-page', HTMLElement),
    regions: find('#regions', HTMLElement),
    list: find('[data-region-list]', HTMLElement),
    map: find('#map', HTMLElement),
    notice: find('#map-notice', HTMLElement),
    controls: find('#map-controls', HTMLElement),
    legend: find('#legend', HTMLElement),
    card: find('#card', HTMLElement),
    cardBody: find('[data-card-body]', HTMLElement),
    announcer: find('#announcer', HTMLElement),
    search: find('#search', HTMLFormElement),
    searchInput: find('#search-input', HTMLInputElement),
    searchResults: find('#search-results', HTMLElement),
  };
}
