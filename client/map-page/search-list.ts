import type { MapMessages } from '../i18n/ru/map.ts';
import type { PageElements } from './page-elements.ts';
import type { SearchHit } from './search-hits.ts';

/** The list below the search field, and which of its lines is marked. */
export interface SearchList {
  /** Shows the hits with the first one marked, or that there are none. */
  show(hits: readonly SearchHit[]): void;
  close(): void;
  isShown(): boolean;
  /** Moves the mark a line down or up, around the ends. */
  move(step: 1 | -1): void;
  /** The marked hit; `undefined` when none is shown. */
  marked(): SearchHit | undefined;
}

/** Makes the field a combobox and its list a listbox (ARIA Authoring Practices, "list autocomplete"). */
export function createSearchList(
  { searchInput: input, searchResults: results }: PageElements,
  words: MapMessages,
  onChoose: (hit: SearchHit) => void,
): SearchList {
  const list = document.createElement('ul');
  list.id = 'search-list';
  setAttributes(list, { role: 'listbox', 'aria-label': words.search.results });
  setAttributes(input, {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  });
  // Pressing on the list leaves the focus in the field; only letting go on a line chooses it, so that a finger may
  // scroll the list and a slip may be taken back.
  results.addEventListener('mousedown', (event) => event.preventDefault());
  let hits: readonly SearchHit[] = [];
  let active = 0;

  const mark = (index: number): void => {
    active = index;
    [...list.children].forEach((option, at) => {
      option.setAttribute('aria-selected', String(at === index));
      if (at === index) option.scrollIntoView({ block: 'nearest' });
    });
    if (hits.length === 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', optionId(index));
  };
  return {
    show(found) {
      hits = found;
      list.replaceChildren(
        ...hits.map((hit, index) => createOption(hit, index, words, () => onChoose(hit))),
      );
      input.setAttribute('aria-expanded', String(hits.length > 0));
      results.replaceChildren(hits.length > 0 ? list : createNothing(words));
      mark(0);
    },
    close() {
      hits = [];
      results.replaceChildren();
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    },
    isShown: () => results.childElementCount > 0,
    move: (step) => mark((active + step + hits.length) % hits.length),
    marked: () => hits[active],
  };
}

function setAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

const optionId = (index: number): string => `search-option-${index}`;

function createOption(
  hit: SearchHit,
  index: number,
  words: MapMessages,
  onClick: () => void,
): HTMLLIElement {
  const option = document.createElement('li');
  const where = document.createElement('span');
  option.id = optionId(index);
  option.setAttribute('role', 'option');
  where.textContent = hit.kind === 'region' ? words.search.region : hit.regionName;
  option.append(hit.name, ' ', where);
  option.addEventListener('click', onClick);
  return option;
}

function createNothing(words: MapMessages): HTMLParagraphElement {
  const paragraph = document.createElement('p');
  paragraph.textContent = words.search.none;
  return paragraph;
}
