import { Language } from '../../../data/core/schema/localized-text.ts';
import { loadMapWords } from '../../i18n/loaded-words.ts';
import { createAnnouncer } from '../common/announcer.ts';
import { createFullSearch } from './full-search.ts';
import { connectSearchBox, MOST_RESULTS } from './search-box.ts';

/**
 * Makes the search in the header work, with the same index and list as on the map page; who chooses is led to the page of the
 * region, and what nothing is found for goes to the map page, as without scripts.
 */
export async function connectHeaderSearch(search: HTMLFormElement): Promise<void> {
  const searchInput = search.querySelector('input');
  const searchResults = search.querySelector<HTMLElement>('#search-results');
  const { release, language: code } = search.dataset;
  if (searchInput === null || searchResults === null || release === undefined) return;
  const language = Language.parse(code);
  const [words, find] = await Promise.all([
    loadMapWords(language),
    createFullSearch({ datasetHash: release, language }, MOST_RESULTS),
  ]);
  const announcer = document.createElement('div');
  announcer.className = 'vh';
  announcer.ariaLive = 'polite';
  search.append(announcer);
  connectSearchBox({
    elements: { search, searchInput, searchResults },
    first: find,
    words: words.search,
    announce: createAnnouncer(announcer),
    loadSearch: async () => find,
    onChoose: ({ regionId }) => location.assign(`/${language}/regions/${regionId}`),
    onOutside: () => location.assign(`/${language}/about#borders`),
    leadsOn: true,
  });
}
