import type { MapMessages } from '../i18n/ru/map.ts';
import { loadOnce } from '../state/load-once.ts';
import type { PageData } from '../state/page-data.ts';
import type { Announce } from './announcer.ts';
import type { PageElements } from './page-elements.ts';
import { createRegionSearch, type Search, type SearchHit } from './search-hits.ts';
import { createSearchList, type SearchList } from './search-list.ts';

/** Results shown at once; more would not fit a phone beside its keyboard. */
export const MOST_RESULTS = 8;

/** What the search box works with. */
export interface SearchBox {
  elements: PageElements;
  data: PageData;
  words: MapMessages;
  announce: Announce;
  /** Loads the index with settlements and typo tolerance; asked for when the reader goes to the field. */
  loadSearch(): Promise<Search>;
  onChoose(hit: SearchHit): void;
}

/** Brings the search field alive: regions are found at once, settlements as soon as their index is there. */
export function connectSearchBox(box: SearchBox): void {
  const { elements, words, announce } = box;
  const input = elements.searchInput;
  let search = createRegionSearch(box.data);

  const choose = (hit: SearchHit | undefined): void => {
    if (hit === undefined) return;
    input.value = hit.name;
    list.close();
    box.onChoose(hit);
  };
  const list = createSearchList(elements, words, choose);
  const open = (): void => {
    const query = input.value.trim();
    if (query === '') {
      list.close();
      return;
    }
    const hits = search(query).slice(0, MOST_RESULTS);
    list.show(hits);
    announce(hits.length > 0 ? words.search.count(hits.length) : words.search.none);
  };
  const load = loadOnce(box.loadSearch);
  const improve = async (): Promise<void> => {
    try {
      search = await load();
      if (list.isShown()) open();
    } catch (error) {
      console.warn('Only regions can be searched until the field is entered again:', error);
    }
  };

  input.addEventListener('input', open);
  input.addEventListener('focus', () => void improve());
  input.addEventListener('blur', () => {
    // A touch may take the focus from the field before it becomes a click on the list.
    setTimeout(() => document.activeElement !== input && list.close(), 150);
  });
  connectKeys(input, list, open);
  elements.search.addEventListener('submit', (event) => {
    event.preventDefault();
    if (list.marked() === undefined) open();
    choose(list.marked());
  });
  // Whoever was quicker than the scripts has told them neither of the focus nor of what was typed.
  if (document.activeElement === input) {
    open();
    void improve();
  }
}

/** The arrows move through the list and open it, Escape closes it; without a list the keys do what a field does. */
function connectKeys(input: HTMLInputElement, list: SearchList, open: () => void): void {
  input.addEventListener('keydown', (event) => {
    const hasHits = list.marked() !== undefined;
    if (event.key === 'ArrowDown' && !list.isShown()) open();
    else if (event.key === 'ArrowDown' && hasHits) list.move(1);
    else if (event.key === 'ArrowUp' && hasHits) list.move(-1);
    else if (event.key === 'Escape' && list.isShown()) list.close();
    else return;
    event.preventDefault();
  });
}
