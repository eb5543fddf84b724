import { Hono } from 'hono';
import { LANGUAGES, type Language } from '../../data/core/schema/localized-text.ts';
import { preferredLanguage } from '../middleware/negotiate.ts';
import {
  type App,
  type AppContext,
  fieldOf,
  type RequestContext,
  targetOf,
} from '../middleware/request-context.ts';
import { type PreparedAnswer, sendAnswer } from '../middleware/send-answer.ts';

/** A request for a page, as far as pages look at it. */
export interface PageRequest {
  readonly path: string;
  readonly rawQuery: string;
  /** Language that the reader likes best. */
  readonly reader: Language;
}

/** What stands outside the API. */
export interface Site {
  /** Built files and downloads by their address. */
  readonly files: ReadonlyMap<string, PreparedAnswer>;
  /** The page at an address, or the one that says that there is none. */
  page(request: PageRequest): Promise<PreparedAnswer>;
}

/** Folders of files. */
export const FILE_FOLDERS = ['/assets/', '/data/', '/downloads/', '/og/', '/types/'];

/** Folders without pages: an address there that is not known is an error. */
const NO_PAGES = ['/api/', ...FILE_FOLDERS];

/** Whether a reader who goes to an address where nothing is meets a page that says so. */
export function isAmongPages(path: string): boolean {
  return !NO_PAGES.some((root) => `${path}/`.startsWith(root));
}

/** The addresses outside the API: each file at its own, pages below their languages. */
export function createSite({ files, page }: Site): App {
  const site: App = new Hono<RequestContext>({ strict: false });
  const handleFile = (c: AppContext) => {
    const file = files.get(targetOf(c).path);
    return file === undefined ? c.notFound() : sendAnswer(c, file);
  };
  for (const address of files.keys()) site.get(address, handleFile);
  const handlePage = async (c: AppContext) => sendAnswer(c, await page(readPageRequest(c)));
  for (const path of ['/', ...LANGUAGES.map((language) => `/${language}/*`)]) {
    site.get(path, handlePage);
  }
  return site;
}

/** What pages look at of a request. */
export function readPageRequest(c: AppContext): PageRequest {
  const { path, rawQuery } = targetOf(c);
  return { path, rawQuery, reader: preferredLanguage(fieldOf(c, 'accept-language')) };
}
