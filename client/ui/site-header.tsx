import type { ComponentChildren } from 'preact';
import { LANGUAGES, type Language } from '../../data/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { languageTag } from '../i18n/language.ts';
import { ThemeChoice } from './theme-choice.tsx';

/** Parts of the site in the order of the header. */
const SECTIONS = {
  map: '/',
  check: '/check',
  compare: '/compare',
  guide: '/guide',
  data: '/data',
  about: '/about',
};
export type Section = keyof typeof SECTIONS;

/** Languages by their own names; never translated. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  ru: 'Русский',
  en: 'English',
  zh: '中文',
};

const sections = (): Section[] => ['map', 'check', 'compare', 'guide', 'data', 'about'];

/**
 * Name, sections, languages and theme; the first thing is a link past them to `main`. On a narrow window all but the
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
              {LANGUAGE_NAMES[other]}
            </a>
          ))}
        </nav>
        <ThemeChoice language={language} />
      </div>
    </header>
  );
}
