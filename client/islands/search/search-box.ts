import type { PageData } from '../../components/context/page-data.ts';
import type { MapMessages } from '../../i18n/ru/map.ts';
import type { Announce } from '../common/announcer.ts';
import { loadOnce } from '../common/loading.ts';

/** How a result fits what was typed; only nearly, it is an offer and no answer. */
type Match = 'exact' | 'alternate' | 'near';

/** A region, or a settlement and the region it belongs to by administrative code. */
interface MapHit {
  kind: 'region' | 'place';
  name: string;
  regionId: string;
  regionName: string;
  /** `[lon, lat]` of a settlement. */
  point?: [number, number];
  match: Match;
}

/** One line of the search results; a place outside the map leads to what is said of its borders. */
type SearchHit = MapHit | { kind: 'outside'; name: string; where: string; match: Match };

/** Finds by what was typed so far, best first. */
export type Search = (query: string) => SearchHit[];

/** Results shown at once; more would not fit a phone beside its keyboard. */
export const MOST_RESULTS = 8;

/** Places of the search as the server wrote them. */
interface SearchElements {
  search: HTMLFormElement;
  searchInput: HTMLInputElement;
  searchResults: HTMLElement;
}

/** What is said of what was found, in the page's language. */
type SearchWords = MapMessages['search'];

/** What the search box works with. */
interface SearchBox {
  elements: SearchElements;
  /** What finds until the index is there. */
  first: Search;
  words: SearchWords;
  announce: Announce;
  /** Loads the index with settlements and typo tolerance; asked for when the reader goes to the field. */
  loadSearch(): Promise<Search>;
  onChoose(hit: MapHit): void;
  /** Goes where it is said why a place is not on the map, and what can be done there. */
  onOutside(): void;
  /** Whether the form, where nothing is marked, takes what was typed to the page that it names. */
  leadsOn?: boolean;
}

/** Makes the search field work: regions are found at once, settlements as soon as their index is there. */
export function connectSearchBox(box: SearchBox): void {
  const { elements, words, announce } = box;
  const input = elements.searchInput;
  let search = box.first;

  const choose = (hit: SearchHit | undefined): void => {
    if (hit === undefined) return;
    input.value = hit.name;
    list.close();
    if (hit.kind === 'outside') box.onOutside();
    else box.onChoose(hit);
  };
  const list = createSearchList(elements, words, choose);
  const open = (): void => {
    const query = input.value.trim();
    if (query === '') {
      list.close();
      return;
    }
    const hits = search(query).slice(0, MOST_RESULTS);
    list.show(hits, query);
    announce(hits.length > 0 ? words.count(hits.length) : words.none);
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
    if (list.marked() === undefined) open();
    if (list.marked() === undefined && box.leadsOn) return;
    event.preventDefault();
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
    const hasHits = list.hasHits();
    if (event.key === 'ArrowDown' && !list.isShown()) open();
    else if (event.key === 'ArrowDown' && hasHits) list.move(1);
    else if (event.key === 'ArrowUp' && hasHits) list.move(-1);
    else if (event.key === 'Escape' && list.isShown()) list.close();
    else return;
    event.preventDefault();
  });
}

/** The list below the search field, and which of its lines is marked. */
interface SearchList {
  /** Shows the hits, or that there are none. The first one is marked if it is what was typed or continues it; a guess waits. */
  show(hits: readonly SearchHit[], query: string): void;
  close(): void;
  isShown(): boolean;
  hasHits(): boolean;
  /** Moves the mark a line down or up, around the ends. */
  move(step: 1 | -1): void;
  /** The marked hit; `undefined` when none is. */
  marked(): SearchHit | undefined;
}

/** Makes the field a combobox and its list a listbox (ARIA Authoring Practices, "list autocomplete"). */
function createSearchList(
  { searchInput: input, searchResults: results }: SearchElements,
  words: SearchWords,
  onChoose: (hit: SearchHit) => void,
): SearchList {
  const list = document.createElement('ul');
  list.id = 'search-list';
  setAttributes(list, { role: 'listbox', 'aria-label': words.results });
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
    if (hits[index] === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', optionId(index));
  };
  return {
    show(found, query) {
      hits = found;
      list.replaceChildren(
        ...hits.map((hit, index) => createOption(hit, index, words, () => onChoose(hit))),
      );
      input.setAttribute('aria-expanded', String(hits.length > 0));
      results.replaceChildren(hits.length > 0 ? list : createNothing(words));
      mark(isAnswer(hits[0], query) ? 0 : -1);
    },
    close() {
      hits = [];
      results.replaceChildren();
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    },
    isShown: () => results.childElementCount > 0,
    hasHits: () => hits.length > 0,
    move: (step) => mark((Math.max(active, step > 0 ? -1 : 0) + step + hits.length) % hits.length),
    marked: () => hits[active],
  };
}

function isAnswer(hit: SearchHit | undefined, query: string): boolean {
  if (hit === undefined) return false;
  return hit.match !== 'near' || hit.name.toLocaleLowerCase().startsWith(query.toLocaleLowerCase());
}

function setAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

const optionId = (index: number): string => `search-option-${index}`;

function createOption(
  hit: SearchHit,
  index: number,
  words: SearchWords,
  onClick: () => void,
): HTMLLIElement {
  const option = document.createElement('li');
  const where = document.createElement('span');
  option.id = optionId(index);
  option.setAttribute('role', 'option');
  where.textContent = whereOf(hit, words);
  option.append(hit.name, ' ', where);
  option.addEventListener('click', onClick);
  return option;
}

function whereOf(hit: SearchHit, words: SearchWords): string {
  if (hit.kind === 'outside') return words.outside(hit.where);
  if (hit.kind === 'region') return words.region;
  // Moscow lies in no other region than itself.
  return hit.name === hit.regionName ? words.federalCity : hit.regionName;
}

function createNothing(words: SearchWords): HTMLParagraphElement {
  const paragraph = document.createElement('p');
  paragraph.textContent = words.none;
  return paragraph;
}

/** Regions only, by any of their names, from the page's own data: what answers before the full index is loaded. */
export function createRegionSearch(data: PageData): Search {
  const entries = data.regions.map((region) => ({
    region,
    names: [region.name, ...region.otherNames, region.id].map(fold),
  }));
  return (query) => {
    const wanted = fold(query.trim());
    if (wanted === '') return [];
    const rank = (names: string[]): number =>
      names.some((name) => name.startsWith(wanted))
        ? 0
        : names.some((name) => name.includes(wanted))
          ? 1
          : 2;
    return entries
      .map(({ region, names }) => ({ region, rank: rank(names) }))
      .filter((entry) => entry.rank < 2)
      .sort((a, b) => a.rank - b.rank)
      .map(({ region }) => ({
        kind: 'region',
        name: region.name,
        regionId: region.id,
        regionName: region.name,
        // Whoever chooses does so out of this list; the full search tells exactly.
        match: 'alternate',
      }));
  };
}

const fold = (text: string): string => text.toLocaleLowerCase().replaceAll('ё', 'е');
