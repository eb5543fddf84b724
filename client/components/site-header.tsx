import type { ComponentChildren } from 'preact';
import { LANGUAGES, type Language } from '../../data/core/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { grammarOf, languageTag } from '../i18n/languages.ts';

/** A sun, a moon and a disc that is half of each, in a square of 16. */
const PICTURES = {
  light: (
    <>
      <circle cx="8" cy="8" r="3" />
      <path d="M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1" />
    </>
  ),
  dark: <path d="M13.5 9.7A6 6 0 1 1 6.3 2.5a4.8 4.8 0 0 0 7.2 7.2z" />,
  auto: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path class="full" d="M8 2a6 6 0 0 1 0 12z" />
    </>
  ),
};

/** Light, dark or as the system has it; `client/islands/site-header.ts` makes the buttons work. */
function ThemeChoice({ language }: { language: Language }) {
  const { theme } = catalogueOf(language).page;
  return (
    <fieldset class="theme">
      <legend class="vh">{theme.title}</legend>
      {(['light', 'dark', 'auto'] as const).map((choice) => (
        <button
          key={choice}
          type="button"
          data-theme-choice={choice}
          aria-label={theme[choice]}
          title={theme[choice]}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            {PICTURES[choice]}
          </svg>
        </button>
      ))}
    </fieldset>
  );
}

/** Parts of the site in the order of the header. */
const SECTIONS = {
  map: '/',
  check: '/check',
  compare: '/compare',
  operators: '/operators',
  guide: '/guide',
  data: '/data',
  about: '/about',
};
export type Section = keyof typeof SECTIONS;

const sections = (): Section[] => [
  'map',
  'check',
  'compare',
  'operators',
  'guide',
  'data',
  'about',
];

/**
 * Name, sections, languages and theme; the first link leads past them to `main`. On a narrow window all but the
 * name stand behind a button, as a popover, which needs no script.
 */
export function SiteHeader(props: {
  language: Language;
  path: string;
  section?: Section | undefined;
  /** Id of the page's main element. */
  main: string;
  children?: ComponentChildren;
}) {
  const { language, path, section, main } = props;
  const { page } = catalogueOf(language);
  return (
    <header class="top">
      <a class="skip" href={`#${main}`}>
        {page.skip}
      </a>
      <a class="brand" href={`/${language}/`}>
        {page.siteName}
      </a>
      {props.children}
      <button type="button" class="menu-button" popovertarget="menu" aria-label={page.menu}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M1 3.5h14M1 8h14M1 12.5h14" />
        </svg>
      </button>
      <div id="menu" popover="auto">
        <nav aria-label={page.navigation}>
          {sections().map((name) => (
            <a
              key={name}
              href={`/${language}${SECTIONS[name]}`}
              aria-current={name === section ? 'page' : undefined}
            >
              {page.nav[name]}
            </a>
          ))}
        </nav>
        <nav class="lang" aria-label={page.languages}>
          {LANGUAGES.map((other) => (
            <a
              key={other}
              href={`/${other}${path}`}
              lang={languageTag(other)}
              hreflang={languageTag(other)}
              aria-current={other === language ? 'true' : undefined}
            >
              {grammarOf(other).name}
            </a>
          ))}
        </nav>
        <ThemeChoice language={language} />
      </div>
    </header>
  );
}

/** The search of the map page, or in the header of another; without scripts it leads to the map page with `?q=`. */
export function SearchForm(props: {
  language: Language;
  query: string;
  /** In the header, which has little room beside the sections: the release that a script searches in. */
  headerRelease?: string;
}) {
  const { language, query, headerRelease } = props;
  const { mapPage } = catalogueOf(language);
  return (
    <search>
      <form
        id="search"
        action={`/${language}/`}
        data-release={headerRelease}
        data-language={headerRelease && language}
      >
        <label for="search-input" class="vh">
          {mapPage.searchLabel}
        </label>
        <input
          id="search-input"
          name="q"
          type="search"
          value={query}
          placeholder={headerRelease === undefined ? mapPage.searchLabel : mapPage.searchHint}
          autocomplete="off"
        />
        <button type="submit">{mapPage.searchButton}</button>
        <div id="search-results" />
      </form>
    </search>
  );
}
