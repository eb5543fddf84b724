import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import {
  compactStyles,
  type PageContext,
  pageDataOf,
  renderBusyPage,
  renderPage,
  STYLE_FILES,
} from '../../client/server-entry.tsx';
import type { Assessment } from '../../data/core/schema/assessment.ts';
import type { IsoDate } from '../../data/core/schema/dates.ts';
import { LANGUAGES, type Language } from '../../data/core/schema/localized-text.ts';
import { createPartSharing } from '../../data/tools/files/share-equal-parts.ts';
import { type CommonHeaders, pagePolicy } from '../middleware/answer.ts';
import { type FairQueue, type GiveWay, OWN_WORK } from '../middleware/fair-queue.ts';
import { type PreparedAnswer, prepareAnswer } from '../middleware/send-answer.ts';
import { createAnswerCache } from '../route.ts';
import type { Service } from '../service.ts';
import type { PageRequest, Pages } from './create-site.ts';
import { readAssets, readOutlines } from './read-built.ts';

/** Days whose page context is kept. */
const KEPT_DAYS = 3;

/** What pages need besides the data. */
interface PagesOptions {
  readonly headers: CommonHeaders;
  readonly queue: FairQueue;
  readonly origin?: string | undefined;
  readonly reportUrl?: string | undefined;
}

/** Pages, and what they are a function of on a day. */
interface LoadedPages {
  readonly pages: Pages;
  readonly contextOn: (asOf: IsoDate) => PageContext;
}

/** Loads what pages are drawn with from the project folder. */
export async function loadPages(
  root: string,
  service: Service,
  { headers, queue, origin, reportUrl }: PagesOptions,
): Promise<LoadedPages> {
  const { dataset, devices, changes, downloads, findPlaces } = service;
  const dist = join(root, 'data/dist');
  const client = join(root, 'client');
  const [styles, tableStyles, outlines, locatorOutlines, assets] = await Promise.all([
    readStyles(join(client, 'styles'), STYLE_FILES.page),
    readStyles(join(client, 'styles'), STYLE_FILES.tables),
    readOutlines(join(dist, 'locators/map.svg.json')),
    readOutlines(join(dist, 'locators/locator.svg.json')),
    readAssets(join(client, 'dist/.vite/manifest.json')),
  ]);
  const createContext = (asOf: IsoDate): PageContext => {
    const assessments = new Map<string, Assessment>();
    return {
      dataset,
      devices,
      asOf,
      assess(regionId) {
        const known =
          assessments.get(regionId) ?? service.assessor.assessRegion(regionId, { asOf });
        assessments.set(regionId, known);
        return known;
      },
      styles,
      tableStyles,
      assets,
      findPlaces,
      downloads,
      changes,
      ...(outlines === undefined ? {} : { outlines }),
      ...(locatorOutlines === undefined ? {} : { locatorOutlines }),
      // An export without a public address does not know its site's either.
      ...(origin ? { origin } : {}),
      ...(reportUrl === undefined ? {} : { reportUrl }),
    };
  };
  const contexts = new LRUCache<IsoDate, PageContext>({ max: KEPT_DAYS });
  const contextOn = (asOf: IsoDate): PageContext => {
    const context = contexts.get(asOf) ?? createContext(asOf);
    contexts.set(asOf, context);
    return context;
  };
  const prepared = new LRUCache<IsoDate, { work: Promise<void> | undefined }>({ max: KEPT_DAYS });
  /**
   * Assesses all regions for a day in slices, on nobody's account: pages of many regions are drawn from them. Then it draws the
   * map in each language: whoever asks first would hold all others while its code is compiled.
   */
  const prepare = (asOf: IsoDate): Promise<void> | undefined => {
    const known = prepared.get(asOf);
    if (known !== undefined) return known.work;
    const context = contextOn(asOf);
    const assessAll = async (giveWay: GiveWay) => {
      // Neighbours differ in little: kept for each by itself, it would be twice as much as all data that it is worked out from.
      const share = createPartSharing();
      for (const { id } of dataset.regions) {
        share(context.assess(id));
        await giveWay();
      }
      for (const language of LANGUAGES) {
        pageDataOf(context, language);
        await giveWay();
        await pages.render({ path: `/${language}/`, rawQuery: '', reader: language });
        await giveWay();
      }
    };
    const entry: { work: Promise<void> | undefined } = { work: undefined };
    entry.work = Promise.resolve(queue.run(OWN_WORK, assessAll)).finally(() => {
      entry.work = undefined;
    });
    prepared.set(asOf, entry);
    return entry.work;
  };
  const pages = createPageAnswers(contextOn, service.today, prepare, headers);
  return { contextOn, pages };
}

/** Most pages that are kept: every region and operator in each language and then some. */
const KEPT_PAGES = { maxEntries: 1_000, maxBytes: 64 * 1024 * 1024 };
/** Nobody asks again for what is asked for in more words, and the words would be kept, too. */
const LONGEST_KEPT_KEY = 2_000;

/**
 * Renders pages and keeps them for the day: a page is a function of data, address, language and day.
 * `contextOn` gives the context of a day.
 */
function createPageAnswers(
  contextOn: (asOf: string) => PageContext,
  today: () => string,
  prepare: (asOf: string) => Promise<void> | undefined,
  headers: CommonHeaders,
): Pages {
  const kept = createAnswerCache(KEPT_PAGES);
  const keyOf = ({ path, rawQuery, reader }: PageRequest) =>
    `${today()} ${path}?${rawQuery} ${namesLanguage(path) ? '' : reader}`;
  const render = async (request: PageRequest): Promise<PreparedAnswer> => {
    const { path, rawQuery, reader } = request;
    const key = keyOf(request);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const context = contextOn(today());
    const page = await renderPage({ path, query: new URLSearchParams(rawQuery), reader }, context);
    const prepared = prepareAnswer(
      {
        status: page.status,
        type: page.contentType,
        body: page.html,
        lifetime: 'page',
        headers: {
          'content-language': page.language,
          'content-security-policy': pagePolicy(page.inlineHashes, page.embeddable),
          ...(page.location === undefined ? {} : { location: page.location }),
        },
      },
      headers,
      // The front door and the page for unknown addresses speak the language of the reader; all others have their own.
      !namesLanguage(path) || page.status === 404 ? 'Accept-Language' : undefined,
    );
    if (page.status !== 404 && key.length <= LONGEST_KEPT_KEY) kept.set(key, prepared);
    return prepared;
  };
  const busyPages = new Map<Language, Promise<PreparedAnswer>>();
  const busy = (language: Language): Promise<PreparedAnswer> => {
    const drawn = busyPages.get(language) ?? drawBusy(language);
    busyPages.set(language, drawn);
    return drawn;
  };
  const drawBusy = async (language: Language): Promise<PreparedAnswer> => {
    const page = await renderBusyPage(language, contextOn(today()));
    return prepareAnswer(
      {
        status: page.status,
        type: page.contentType,
        body: page.html,
        lifetime: 'never',
        headers: {
          'content-language': language,
          'content-security-policy': pagePolicy(page.inlineHashes, page.embeddable),
        },
      },
      headers,
      'Accept-Language',
    );
  };
  return {
    busy,
    known: (request) => kept.get(keyOf(request)),
    render,
    prepare: () => prepare(today()),
  };
}

/** Whether an address says in which language its page is. */
function namesLanguage(path: string): boolean {
  return LANGUAGES.some((language) => `${path}/`.startsWith(`/${language}/`));
}

/** Style sheets one behind the other, compacted once. */
async function readStyles(folder: string, names: readonly string[]): Promise<string> {
  const sheets = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return compactStyles(sheets.join('\n'));
}
