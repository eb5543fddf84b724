import type { MapMessages } from '../i18n/ru/map.ts';
import type { MapStore } from '../state/map-state.ts';
import type { PageData } from '../state/page-data.ts';
import type { Announce } from './announcer.ts';
import type { PageElements } from './page-elements.ts';

/** What the search box works with. */
export interface SearchBox {
  elements: PageElements;
  data: PageData;
  store: MapStore;
  words: MapMessages;
  announce: Announce;
}

/** Makes the search field a combobox over regions and settlements. */
export function connectSearchBox({ elements, data, store }: SearchBox): void {
  elements.search.addEventListener('submit', (event) => {
    event.preventDefault();
    const wanted = elements.searchInput.value.trim().toLocaleLowerCase();
    const region = data.regions.find((each) =>
      [each.name, ...each.otherNames].some((name) => name.toLocaleLowerCase().includes(wanted)),
    );
    if (region !== undefined) store.update({ regionId: region.id, focusId: region.id });
  });
}
