import type { MapMessages } from '../i18n/ru/map.ts';
import type { PageData } from '../state/page-data.ts';
import type { Announce } from './announcer.ts';
import type { PageElements } from './page-elements.ts';
import { createRegionSearch, type Search, type SearchHit } from './search-hits.ts';

/** Results shown at once; more would not fit a phone beside its keyboard. */
export const MOST_RESULTS = 8;

/** What the search box works with. */
export interface SearchBox {
  elements: PageElements;
  data: PageData;
  words: MapMessages;
  announce: Announce;
  /** Loads the index with settlements and typo tolerance; asked for once, when the reader first goes to the field. */
  loadSearch(): Promise<Search>;
  onChoose(hit: SearchHit): void;
}

/** Makes the field a combobox with a list of regions and settlements (ARIA Authoring Practices, "list autocomplete"). */
export function connectSearchBox(box: SearchBox): void {
  const { elements, words } = box;
  const input = elements.searchInput;
  const list = document.createElement('ul');
  list.id = 'search-list';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', words.search.results);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  })) {
    input.setAttribute(name, value);
  }
  let search = createRegionSearch(box.data);
  let hits: SearchHit[] = [];
  let active = -1;

  const close = (): void => {
    hits = [];
    elements.searchResults.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const mark = (index: number): void => {
    active = index;
    [...list.children].forEach((option, at) => {
      option.setAttribute('aria-selected', String(at === index));
      if (at === index) option.scrollIntoView({ block: 'nearest' });
    });
    if (index < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `search-option-${index}`);
  };
  const choose = (hit: SearchHit | undefined): void => {
    if (hit === undefined) return;
    input.value = hit.name;
    close();
    box.onChoose(hit);
  };
  const open = (): void => {
    const query = input.value.trim();
    if (query === '') {
      close();
      return;
    }
    hits = search(query).slice(0, MOST_RESULTS);
    const options = hits.map((hit, index) => createOption(hit, index, words, () => choose(hit)));
    list.replaceChildren(...options);
    input.setAttribute('aria-expanded', String(hits.length > 0));
    elements.searchResults.replaceChildren(hits.length > 0 ? list : createNothing(words));
    mark(hits.length > 0 ? 0 : -1);
    box.announce(hits.length > 0 ? words.search.count(hits.length) : words.search.none);
  };

  input.addEventListener('input', open);
  input.addEventListener(
    'focus',
    () => {
      box.loadSearch().then(
        (loaded) => {
          search = loaded;
          if (document.activeElement === input) open();
        },
        (error: unknown) => console.warn('Only regions can be searched:', error),
      );
    },
    { once: true },
  );
  input.addEventListener('keydown', (event) => {
    const last = hits.length - 1;
    if (event.key === 'ArrowDown' && last >= 0) mark(active >= last ? 0 : active + 1);
    else if (event.key === 'ArrowUp' && last >= 0) mark(active <= 0 ? last : active - 1);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  input.addEventListener('blur', () => setTimeout(close, 150));
  elements.search.addEventListener('submit', (event) => {
    event.preventDefault();
    if (hits.length === 0) open();
    choose(hits[Math.max(active, 0)]);
  });
}

function createOption(
  hit: SearchHit,
  index: number,
  words: MapMessages,
  onChoose: () => void,
): HTMLLIElement {
  const option = document.createElement('li');
  const where = document.createElement('span');
  option.id = `search-option-${index}`;
  option.setAttribute('role', 'option');
  where.textContent = hit.kind === 'region' ? words.search.region : hit.regionName;
  option.append(hit.name, ' ', where);
  // Before the field loses its focus, which would close the list.
  option.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    onChoose();
  });
  return option;
}

function createNothing(words: MapMessages): HTMLParagraphElement {
  const paragraph = document.createElement('p');
  paragraph.textContent = words.search.none;
  return paragraph;
}
