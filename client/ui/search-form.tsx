import type { Language } from '../../data/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';

/** The search of the map page; without scripts it asks the page again with `?q=`. */
export function SearchForm({ language, query }: { language: Language; query: string }) {
  const { mapPage } = catalogueOf(language);
  return (
    <search>
      <form id="search" action={`/${language}/`}>
        <label for="search-input" class="vh">
          {mapPage.searchLabel}
        </label>
        <input
          id="search-input"
          name="q"
          type="search"
          value={query}
          placeholder={mapPage.searchLabel}
          autocomplete="off"
        />
        <button type="submit">{mapPage.searchButton}</button>
        <div id="search-results" />
      </form>
    </search>
  );
}
