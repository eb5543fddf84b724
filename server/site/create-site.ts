import { Hono } from 'hono';
import { LANGUAGES, type Language } from '../../data/core/schema/localized-text.ts';
import { preferredLanguage } from '../middleware/negotiate.ts';
import { ProblemError } from '../middleware/problem.ts';
import {
  type App,
  type AppContext,
  fieldOf,
  type RequestContext,
  targetOf,
} from '../middleware/request-context.ts';
import {
  type Computing,
  compute,
  type PreparedAnswer,
  sendAnswer,
  withFields,
} from '../middleware/send-answer.ts';

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
  readonly pages: Pages;
}

/** The pages at all addresses, and those that say that there is none. */
export interface Pages {
  /** The page where it is at hand. */
  known(request: PageRequest): PreparedAnswer | undefined;
  render(request: PageRequest): Promise<PreparedAnswer>;
  /** The page that says that there are too many requests. */
  busy(language: Language): Promise<PreparedAnswer>;
  /** Does what all pages of a day rest on; to be awaited before one is drawn, `undefined` where it is done. */
  prepare(): Promise<void> | undefined;
}

/** Folders of files. */
const FILE_FOLDERS = ['/assets/', '/data/', '/downloads/', '/og/', '/types/'];

/** Folders without pages: an address there that is not known is an error. */
const NO_PAGES = ['/api/', '/mcp/', ...FILE_FOLDERS];

/** Whether a reader who goes to an address where nothing is meets a page that says so. */
export function isAmongPages(path: string): boolean {
  return !NO_PAGES.some((root) => `${path}/`.startsWith(root));
}

/** The addresses outside the API: each file at its own, pages below their languages. */
export function createSite({ files, pages }: Site, computing: Computing): App {
  const site: App = new Hono<RequestContext>({ strict: false });
  const handleFile = (c: AppContext) => {
    const file = files.get(targetOf(c).path);
    return file === undefined ? c.notFound() : sendAnswer(c, file, computing);
  };
  for (const address of files.keys()) site.get(address, handleFile);
  const handlePage = (c: AppContext) => sendPage(c, pages, computing);
  for (const path of ['/', ...LANGUAGES.map((language) => `/${language}/*`)]) {
    site.get(path, handlePage);
  }
  return site;
}

/** Sends the page at the address of a request, or the one that says that there is none. */
export function sendPage(
  c: AppContext,
  pages: Pages,
  computing: Computing,
): Response | Promise<Response> {
  const request = readPageRequest(c);
  const known = pages.known(request);
  if (known !== undefined) return sendAnswer(c, known, computing);
  const draw = () => compute(c, computing, () => pages.render(request));
  const unprepared = pages.prepare();
  return unprepared === undefined ? draw() : unprepared.then(draw);
}

/** Whether a reader with a browser gets a refusal as a page: there are too many requests, of this address or of all. */
export function isBusyPage(c: AppContext, error: unknown): error is ProblemError {
  if (!(error instanceof ProblemError) || (error.status !== 429 && error.status !== 503))
    return false;
  const isReading = c.req.method === 'GET' || c.req.method === 'HEAD';
  const asksForPage = fieldOf(c, 'accept')?.includes('text/html') ?? false;
  return isReading && asksForPage && isAmongPages(targetOf(c).path);
}

/** Tells a reader of a refusal in the language of the address, else in the one that the reader likes best. */
export async function sendBusyPage(
  c: AppContext,
  pages: Pages,
  { status, headers }: ProblemError,
): Promise<Response> {
  const { path, reader } = readPageRequest(c);
  const language = LANGUAGES.find((each) => path.split('/')[1] === each) ?? reader;
  return sendAnswer(c, { ...withFields(await pages.busy(language), headers), status });
}

/** What pages look at of a request. */
export function readPageRequest(c: AppContext): PageRequest {
  const { path, rawQuery } = targetOf(c);
  return { path, rawQuery, reader: preferredLanguage(fieldOf(c, 'accept-language')) };
}
