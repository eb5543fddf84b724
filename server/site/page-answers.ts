import { type PageContext, renderBusyPage, renderPage } from '../../client/server-entry.tsx';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { createAnswerCache } from '../middleware/answer.ts';
import { type CommonHeaders, pagePolicy } from '../middleware/common-headers.ts';
import { type PreparedAnswer, prepareAnswer } from '../middleware/send-answer.ts';
import type { PageRequest, Pages } from './create-site.ts';

/** Most pages that are kept: every region and operator in each language and then some. */
const KEPT_PAGES = { maxEntries: 1_000, maxBytes: 64 * 1024 * 1024 };

/**
 * Renders pages and keeps them for the day: a page is a function of data, address, language and day.
 * `contextOn` gives the context of a day.
 */
export function createPageAnswers(
  contextOn: (asOf: string) => PageContext,
  today: () => string,
  prepare: (asOf: string) => Promise<void> | undefined,
  headers: CommonHeaders,
): Pages {
  const kept = createAnswerCache(KEPT_PAGES);
  const keyOf = ({ path, rawQuery, reader }: PageRequest) =>
    `${today()} ${path}?${rawQuery} ${path === '/' ? reader : ''}`;
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
      path === '/' || page.status === 404 ? 'Accept-Language' : undefined,
    );
    if (page.status !== 404) kept.set(key, prepared);
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
