import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '../../data/core/schema/localized-text.ts';
import type { ReleaseChanges, VerdictMove } from '../../data/core/schema/release.ts';
import type { PageContext } from '../components/context/page-context.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { colon, formatDate, listComma } from '../i18n/grammar/format.ts';
import { createNames } from '../i18n/grammar/names.ts';
import { languageTag } from '../i18n/languages.ts';

/** Address of the feed below the language. */
export const CHANGES_FEED = '/changes.atom';

/**
 * The releases of the data as an Atom feed (RFC 4287), newest first: one entry a release, with the verdicts it moved.
 * Ids are made of the dataset hash, so that they stay wherever the service moves.
 */
export function renderChangesFeed(language: Language, context: PageContext): string {
  const {
    releases: words,
    page: { siteName },
  } = catalogueOf(language);
  const releases = context.changes?.releases.toReversed() ?? [];
  const base = `${context.origin ?? ''}/${language}`;
  const page = h('link', { rel: 'alternate', type: 'text/html', href: `${base}/changes` });
  const feed = h(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': languageTag(language) },
    h('id', null, `urn:family-esim-map:changes:${language}`),
    h('title', null, siteName + colon(language) + words.title),
    h('subtitle', null, words.feedDescription),
    h('updated', null, instantOf(releases[0]?.version ?? context.dataset.checkedOn)),
    h('author', null, h('name', null, siteName)),
    h('link', { rel: 'self', type: 'application/atom+xml', href: `${base}${CHANGES_FEED}` }),
    page,
    releases.map((release) =>
      h(
        'entry',
        null,
        h('id', null, `urn:sha256:${release.hash}`),
        h('title', null, words.release(formatDate(language, release.version))),
        h('updated', null, instantOf(release.version)),
        page,
        h('content', { type: 'text' }, describeRelease(release, language, context).join('\n')),
      ),
    ),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${renderToString(feed)}\n`;
}

function instantOf(day: string): string {
  return `${day}T00:00:00+03:00`;
}

/** One line for all regions whose verdict moved alike. */
function describeRelease(
  { previousVersion, moves }: ReleaseChanges,
  language: Language,
  { dataset }: PageContext,
): string[] {
  const { releases: words, verdictNames } = catalogueOf(language);
  if (previousVersion === undefined) return [words.first];
  if (moves.length === 0) return [words.same];
  const names = createNames({ dataset }, language);
  const groups = new Map<string, string[]>();
  for (const move of moves) {
    const title = titleOf(move);
    const regions = groups.get(title) ?? [];
    regions.push(names.region(move.regionId) ?? move.regionId);
    groups.set(title, regions);
  }
  return [...groups].map(([title, regions]) => `${title} ${regions.join(listComma(language))}`);

  function titleOf({ operatorId, from, to }: VerdictMove): string {
    const who = operatorId === undefined ? words.map : (names.operator(operatorId) ?? operatorId);
    const before = from === undefined ? words.nothing : verdictNames[from];
    const after = to === undefined ? words.gone : verdictNames[to];
    return words.moved(who, before, after);
  }
}
