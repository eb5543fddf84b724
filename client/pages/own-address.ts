import { LANGUAGES, type Language } from '../../data/core/schema/localized-text.ts';

/** Where a page is. */
export interface OwnAddress {
  /** Of the address; `undefined` where it names none. */
  readonly language: Language | undefined;
  /** Below the language, beginning with a slash. */
  readonly path: string;
}

/** The language whose code this is, or `undefined`. */
export function languageOf(code: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === code);
}

const LANGUAGE_TAG = /^([a-z]{2})(?:-[a-z]{4})?(?:-[a-z]{2})?$/;
/** What stands behind an address in a sentence, and session ids that old servers append. */
const BEHIND = /[.,;:!?)\]}>"'’»”…\s]+$/u;
const SESSION = /;[^/]*/g;
const DASHES = /[\u2010-\u2015\u2212_]/g;
/** Addresses that people guess, of what stands elsewhere: the list of regions is on the map's page. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([['/regions', '/']]);

/**
 * The address of a page as it is written here, from one with slashes too many, letters of another case, codes for letters that need none
 * (`RU%2DTA`), marks of the sentence it was copied from, a language with its country (`en-US`), or the ending that copies of the site add
 * (`RU-TA.html`, `RU-TA/index.html`): languages, sections, operators and topics are lower case, regions upper case.
 */
export function ownAddress(path: string): OwnAddress {
  const [first = '', ...rest] = plain(path).split('/').slice(1);
  const tag = LANGUAGE_TAG.exec(first)?.[1];
  const language = languageOf(tag);
  const below = language === undefined ? [first, ...rest] : rest;
  const spelled = `/${below.join('/')}`.replace(/\/(ru-[a-z]{2,3})(?=\.|$)/, (region) =>
    region.toUpperCase(),
  );
  return { language, path: ELSEWHERE.get(spelled) ?? spelled };
}

/** Begins with a slash and ends with none; small letters. */
function plain(path: string): string {
  return `/${path.split('/').map(decoded).join('/')}`
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .replace(SESSION, '')
    .replace(BEHIND, '')
    .replace(DASHES, '-')
    .replace(/\s*\/[\s/]*/g, '/')
    .replace(/(?:\/index)?\.html?$/i, '')
    .replace(/(.)\/+$/, '$1')
    .toLowerCase();
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
