import type { VNode } from 'preact';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { GUIDE_TOPICS } from '../components/context/guide-topics.ts';
import type { PageContext, PageRequest, RenderedPage } from '../components/context/page-context.ts';
import { OWN_FORM, type ReportPageContent } from '../components/context/reports.ts';
import { renderDocument, styleHash } from '../components/document.tsx';
import { AboutPage } from './about-page.tsx';
import { CasePage, CasesPage, SentPage, UnknownCasePage } from './case-pages.tsx';
import { ChangesPage } from './changes-page.tsx';
import { CheckPage } from './check-page.tsx';
import { ComparePage } from './compare/compare-page.tsx';
import { COMPARE_CSV, renderCompareCsv, renderSummary, SUMMARY_CSV } from './csv-tables.ts';
import { DataPage } from './data-page.tsx';
import { DeskPage } from './desk/desk-page.tsx';
import { DifferencesPage } from './differences-page.tsx';
import { EmbedCodePage, EmbedPage } from './embed-page.tsx';
import { CHANGES_FEED, renderChangesFeed, renderSubjectFeed } from './feeds.ts';
import { GuideIndexPage, GuideTopicPage } from './guide-page.tsx';
import { MapPage } from './map-page.tsx';
import { BusyPage, NotFoundPage, ReportsOffPage } from './notice-pages.tsx';
import { OperatorPage } from './operator-page.tsx';
import { OperatorsPage } from './operators-page.tsx';
import { languageOf, ownAddress } from './own-address.ts';
import { LOCATOR_STYLE, renderPicture } from './pictures.tsx';
import { regionText } from './plain-text.ts';
import { RegionPage } from './region-page.tsx';
import { ReportPage } from './report-page.tsx';

const NO_STYLES = { inlineHashes: [], embeddable: false } as const;

function redirect(location: string, language: Language, status: 301 | 302 | 308): RenderedPage {
  return {
    status,
    language,
    contentType: 'text/html; charset=utf-8',
    html: '',
    location,
    ...NO_STYLES,
  };
}

/** The table for people at an address below the language, as CSV; `undefined` where there is none. */
function tableOf(
  path: string,
  language: Language,
  request: PageRequest,
  context: PageContext,
): string | undefined {
  if (path === SUMMARY_CSV) return renderSummary(language, context);
  if (path === COMPARE_CSV) return renderCompareCsv(language, request.query, context);
  return undefined;
}

/**
 * Renders the page of an address. `/` redirects to the reader's language, `/ru` to `/ru/`;
 * an address without a page gives a 404 page in its own language or the reader's.
 */
export async function renderPage(
  request: PageRequest,
  context: PageContext,
): Promise<RenderedPage> {
  const [, first, ...rest] = request.path.split('/');
  const { reader = 'ru' } = request;
  const query = request.query.size === 0 ? '' : `?${request.query}`;
  if (request.path === '/') return redirect(`/${reader}/${query}`, reader, 302);
  const language = languageOf(first);
  if (language === undefined) return leadOn(request, reader, context);
  if (rest.length === 0) return redirect(`/${language}/${query}`, language, 301);
  const path = `/${rest.join('/')}`;
  const picture = renderPicture(path, language, context);
  if (picture !== undefined) {
    // Opened by itself, a picture is a document whose styles need leave as those of a page do.
    const inlineHashes = [await styleHash(LOCATOR_STYLE)];
    const contentType = 'image/svg+xml';
    return { status: 200, language, contentType, html: picture, inlineHashes, embeddable: false };
  }
  const text = regionText(path, language, context);
  if (text !== undefined) {
    const contentType = 'text/plain; charset=utf-8';
    return { status: 200, language, contentType, html: text, ...NO_STYLES };
  }
  if (path === CHANGES_FEED) {
    const contentType = 'application/atom+xml; charset=utf-8';
    const html = renderChangesFeed(language, context);
    return { status: 200, language, contentType, html, ...NO_STYLES };
  }
  const table = tableOf(path, language, request, context);
  if (table !== undefined) {
    const contentType = 'text/csv; charset=utf-8; header=present';
    return { status: 200, language, contentType, html: table, ...NO_STYLES };
  }
  if (path === COMPARE_CSV) {
    // The page says which name of the address nothing bears.
    const page = <ComparePage context={context} request={request} language={language} />;
    return renderDocument(page, 404, language, context);
  }
  const feed = renderSubjectFeed(path, language, context);
  if (feed !== undefined) {
    return { status: 200, language, contentType: feed.contentType, html: feed.text, ...NO_STYLES };
  }
  const page = pageOf(path, language, request, context);
  if (page === undefined) return leadOn(request, language, context);
  return {
    ...(await renderDocument(page, 200, language, context)),
    embeddable: path.startsWith('/embed/'),
  };
}

/**
 * Leads from another spelling of an address to the page that is meant (`ownAddress`), for good where the address names its
 * language; to a page that says that there is none where there is none.
 * @param reading language of the address, else the one that the reader likes best
 */
function leadOn(
  request: PageRequest,
  reading: Language,
  context: PageContext,
): RenderedPage | Promise<RenderedPage> {
  const own = ownAddress(request.path);
  const language = own.language ?? reading;
  const location = `/${language}${own.path}`;
  if (location !== request.path && isAddress(own.path, language, request, context)) {
    const query = request.query.size === 0 ? '' : `?${request.query}`;
    return redirect(`${location}${query}`, language, own.language === undefined ? 302 : 308);
  }
  return renderDocument(
    <NotFoundPage context={context} request={request} language={reading} />,
    404,
    reading,
    context,
  );
}

const FILES: ReadonlySet<string> = new Set([CHANGES_FEED, SUMMARY_CSV, COMPARE_CSV]);

/** Whether anything is at an address below the language. */
function isAddress(
  path: string,
  language: Language,
  request: PageRequest,
  context: PageContext,
): boolean {
  if (FILES.has(path)) return true;
  // Those have an answer of their own where reports are taken.
  if (path === '/cases' && context.reportUrl === OWN_FORM) return true;
  return (
    pageOf(path, language, request, context) !== undefined ||
    regionText(path, language, context) !== undefined
  );
}

/** The page that says that there are too many requests, the same at every address. */
export function renderBusyPage(language: Language, context: PageContext): Promise<RenderedPage> {
  return renderDocument(<BusyPage context={context} language={language} />, 503, language, context);
}

/** The page at an address below the language, or `undefined` where there is none. */
function pageOf(
  path: string,
  language: Language,
  request: PageRequest,
  context: PageContext,
): VNode | undefined {
  const [, section, id, ...more] = path.split('/');
  if (more.length > 0) return undefined;
  const region = context.dataset.regions.find((candidate) => candidate.id === id);
  switch (section) {
    case '':
      return id === undefined ? (
        <MapPage context={context} request={request} language={language} />
      ) : undefined;
    case 'regions':
      return region && <RegionPage context={context} language={language} region={region} />;
    case 'operators': {
      if (id === undefined) return <OperatorsPage context={context} language={language} />;
      const operator = context.dataset.operators.find((candidate) => candidate.id === id);
      return operator && <OperatorPage context={context} language={language} operator={operator} />;
    }
    case 'compare':
      return id === undefined ? (
        <ComparePage context={context} request={request} language={language} />
      ) : undefined;
    case 'guide': {
      if (id === undefined) return <GuideIndexPage context={context} language={language} />;
      const topic = GUIDE_TOPICS.find((candidate) => candidate === id);
      return topic && <GuideTopicPage context={context} language={language} topic={topic} />;
    }
    case 'embed':
      return region && <EmbedPage context={context} language={language} region={region} />;
    case 'embed-code':
      return region && <EmbedCodePage context={context} language={language} region={region} />;
    case 'check':
      return id === undefined ? <CheckPage context={context} language={language} /> : undefined;
    case 'data':
      return id === undefined ? <DataPage context={context} language={language} /> : undefined;
    case 'changes':
      return id === undefined ? <ChangesPage context={context} language={language} /> : undefined;
    case 'differences':
      return id === undefined ? (
        <DifferencesPage context={context} language={language} />
      ) : undefined;
    case 'report': {
      if (id !== undefined) return undefined;
      const values = Object.fromEntries(request.query);
      const Page = context.reportUrl === OWN_FORM ? ReportPage : ReportsOffPage;
      return <Page context={context} language={language} values={values} />;
    }
    case 'about':
      return id === undefined ? <AboutPage context={context} language={language} /> : undefined;
    default:
      return undefined;
  }
}

/** Renders such a page; whoever answers with it chooses the status. */
export function renderReportPage(
  content: ReportPageContent,
  language: Language,
  context: PageContext,
): Promise<RenderedPage> {
  return renderDocument(reportPageOf(content, language, context), 200, language, context);
}

function reportPageOf(content: ReportPageContent, language: Language, context: PageContext): VNode {
  const common = { context, language };
  switch (content.page) {
    case 'form':
      return <ReportPage {...common} values={content.values} errors={content.errors} />;
    case 'sent':
      return <SentPage {...common} sent={content.sent} origin={content.origin} />;
    case 'cases':
      return <CasesPage {...common} cases={content.cases} unavailable={content.unavailable} />;
    case 'case':
      return <CasePage {...common} shown={content.shown} own={content.own} alert={content.alert} />;
    case 'unknown-case':
      return <UnknownCasePage {...common} />;
    case 'desk':
      return <DeskPage {...common} content={content.content} />;
  }
}
