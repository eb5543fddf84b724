import { Feed } from 'feed';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { DatasetClaim } from '../../data/core/schema/dataset.ts';
import { addDays, earliestDay, type PartialDate } from '../../data/core/schema/dates.ts';
import { coversRegion } from '../../data/core/schema/ids.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import type { ReleaseChanges, VerdictMove } from '../../data/core/schema/release.ts';
import type { PageContext } from '../components/context/page-context.ts';
import { catalogueOf, reportWordsOf } from '../i18n/catalogue.ts';
import { colon, formatDate, listComma } from '../i18n/grammar/format.ts';
import { createNames } from '../i18n/grammar/names.ts';
import { languageTag } from '../i18n/languages.ts';

/** Media types of feeds and calendars by the ending of their address. */
export const FEED_TYPES = {
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
} as const;

/** Most entries of a feed: who comes back after months reads the page. */
const MAX_ENTRIES = 50;
/** A claim that nobody re-checked for so long is due. */
const DAYS_UNTIL_DUE = 365;

interface Subject {
  /** `/regions/RU-TA` */
  readonly path: string;
  readonly name: string;
  readonly claims: readonly DatasetClaim[];
}

/** A region or an operator by the address of its page below the language. */
function subjectAt(
  path: string,
  language: Language,
  { dataset }: PageContext,
): Subject | undefined {
  const [, section, id = ''] = path.split('/');
  const names = createNames({ dataset }, language);
  if (section === 'operators') {
    const operator = dataset.operators.find((each) => each.id === id);
    return operator && { path, name: operator.brand[language], claims: operator.claims };
  }
  const name = section === 'regions' ? names.region(id) : undefined;
  if (name === undefined) return undefined;
  const operators = dataset.operators.filter(({ market }) => market === 'consumer');
  const all = [...operators, ...dataset.restrictions, ...dataset.background].flatMap(
    ({ claims }) => claims,
  );
  // What holds in the whole country is no news of one region.
  const claims = all.filter(({ regionIds }) => regionIds !== 'RU' && coversRegion(regionIds, id));
  return { path, name, claims };
}

/**
 * The feed (`.atom`, `.json`) or calendar (`.ics`) of a region or an operator by its address below the language, such as
 * `/regions/RU-TA.atom`; `undefined` where there is none.
 */
export function renderSubjectFeed(
  address: string,
  language: Language,
  context: PageContext,
): { contentType: string; text: string } | undefined {
  const [, path = '', ending = ''] =
    /^(\/(?:regions|operators)\/[\w-]+)\.(atom|json|ics)$/.exec(address) ?? [];
  if (ending !== 'atom' && ending !== 'json' && ending !== 'ics') return undefined;
  const subject = subjectAt(path, language, context);
  if (subject === undefined) return undefined;
  const text =
    ending === 'ics'
      ? calendarOf(subject, language, context)
      : feedOf(subject, ending, language, context);
  return { contentType: FEED_TYPES[ending], text };
}

function instant(day: PartialDate): Date {
  return new Date(`${earliestDay(day)}T00:00:00Z`);
}

/** The library writes whole addresses only; where no public origin is configured, those of a feed begin with a slash. */
const NO_ORIGIN = 'http://no-origin.invalid';

function textOf(feed: Feed, ending: 'atom' | 'json'): string {
  const text = ending === 'atom' ? feed.atom1() : feed.json1();
  return text.replaceAll(`${NO_ORIGIN}/`, '/');
}

function feedOf(
  { path, name, claims }: Subject,
  ending: 'atom' | 'json',
  language: Language,
  context: PageContext,
): string {
  const { page } = catalogueOf(language);
  const base = `${context.origin || NO_ORIGIN}/${language}`;
  const dated = claims
    .flatMap((claim) => (claim.observedOn === undefined ? [] : [{ claim, day: claim.observedOn }]))
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.claim.id < b.claim.id ? -1 : 1))
    .slice(0, MAX_ENTRIES);
  const feed = new Feed({
    id: `urn:family-esim-map:${path.slice(1).replace('/', ':')}:${language}`,
    title: page.siteName + colon(language) + name,
    link: base + path,
    language,
    updated: instant(dated[0]?.day ?? context.dataset.checkedOn),
    generator: page.siteName,
    author: { name: page.siteName },
    feedLinks: { atom: `${base}${path}.atom`, json: `${base}${path}.json` },
  });
  for (const { claim, day } of dated) {
    feed.addItem({
      id: `urn:family-esim-map:claim:${claim.id}`,
      title: claim.statement[language],
      link: base + path,
      date: instant(day),
      content: claim.statement[language],
    });
  }
  return textOf(feed, ending);
}

/** Days on which something about the subject begins, ends, was last seen, or should be looked at again. */
function calendarOf(
  { path, name, claims }: Subject,
  language: Language,
  context: PageContext,
): string {
  const { page } = catalogueOf(language);
  const words = reportWordsOf(language);
  const calendar = ical({
    name: page.siteName + colon(language) + name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'family-esim-map', product: 'calendar', language: language.toUpperCase() },
    url: `${context.origin ?? ''}/${language}${path}`,
    ttl: 86_400,
  });
  const stamp = instant(context.dataset.checkedOn);
  const add = (claim: DatasetClaim, what: keyof typeof words.calendar, day: string) =>
    calendar.createEvent({
      id: `${claim.id}-${what}@family-esim-map`,
      stamp,
      start: instant(day),
      allDay: true,
      summary: words.calendar[what] + colon(language) + claim.statement[language],
      ...(context.origin ? { url: `${context.origin}/${language}${path}` } : {}),
    });
  for (const claim of claims) {
    if (claim.validFrom !== undefined) add(claim, 'begins', earliestDay(claim.validFrom));
    if (claim.validTo !== undefined) add(claim, 'ends', earliestDay(claim.validTo));
    if (claim.topic === 'shutdown' && claim.observedOn?.length === 10)
      add(claim, 'reported', claim.observedOn);
    add(claim, 'due', addDays(claim.checkedOn, DAYS_UNTIL_DUE));
  }
  return calendar.toString();
}

/** The feed of cases, newest first: their numbers, states and days, no texts. */
export function renderCaseFeed(
  cases: readonly { readonly title: string; readonly number: string; readonly changedOn: string }[],
  ending: 'atom' | 'json',
  language: Language,
  { origin, dataset }: Pick<PageContext, 'origin' | 'dataset'>,
): string {
  const { page } = catalogueOf(language);
  const words = reportWordsOf(language);
  const base = `${origin || NO_ORIGIN}/${language}`;
  const feed = new Feed({
    id: `urn:family-esim-map:cases:${language}`,
    title: page.siteName + colon(language) + words.cases,
    link: `${base}/cases`,
    language,
    updated: instant(
      cases
        .map(({ changedOn }) => changedOn)
        .sort()
        .at(-1) ?? dataset.checkedOn,
    ),
    generator: page.siteName,
    author: { name: page.siteName },
    feedLinks: { atom: `${base}/cases.atom`, json: `${base}/cases.json` },
  });
  for (const { title, number, changedOn } of cases) {
    feed.addItem({
      id: `urn:family-esim-map:case:${number}`,
      title,
      link: `${base}/cases/${number}`,
      date: instant(changedOn),
      content: title,
    });
  }
  return textOf(feed, ending);
}

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
