import type { ComponentChildren } from 'preact';
import type { Language } from '../../data/core/schema/localized-text.ts';
import type { PageContext, PageRequest } from '../components/context/page-context.ts';
import { knownOfReport, reportHref } from '../components/context/reports.ts';
import { Document } from '../components/document.tsx';
import { catalogueOf, reportWordsOf } from '../i18n/catalogue.ts';
import { byName } from '../i18n/grammar/names.ts';

interface NoticeProps {
  context: PageContext;
  language: Language;
}

/** A page of a title and a few words in the place of another: never for search engines. */
export function Notice(
  props: NoticeProps & {
    path: string;
    title: string;
    description: string;
    children: ComponentChildren;
  },
) {
  const { children, ...page } = props;
  return (
    <Document {...page} entry="page" noIndex>
      <main id="main" class="text">
        <h1>{page.title}</h1>
        {children}
      </main>
    </Document>
  );
}

/** What stands in the place of a page that the service has no time to draw, or may not for an address that asks too much. */
export function BusyPage({ context, language }: NoticeProps) {
  const { busy, tagline } = catalogueOf(language).page;
  return (
    <Notice context={context} language={language} path="/" title={busy.title} description={tagline}>
      <p>{busy.text}</p>
    </Notice>
  );
}

/** What stands where there is no page: in the language of the address, with a way on. */
export function NotFoundPage(props: NoticeProps & { request: PageRequest }) {
  const { context, request, language } = props;
  const { page, mapPage } = catalogueOf(language);
  const { title, text, toMap } = page.notFound;
  return (
    <Notice context={context} language={language} path="/" title={title} description={page.tagline}>
      <p>{text(request.path)}</p>
      <p class="acts">
        <a href={`/${language}/`}>{toMap}</a>
        <a href={`/${language}/check`}>{page.nav.check}</a>
        <a href={`/${language}/operators`}>{page.nav.operators}</a>
        <a href={`/${language}/guide`}>{page.nav.guide}</a>
      </p>
      <h2>{mapPage.regions}</h2>
      <p class="near">
        {byName(language, context.dataset.regions, ({ name }) => name[language]).map((region) => (
          <a key={region.id} href={`/${language}/regions/${region.id}`}>
            {region.name[language]}
          </a>
        ))}
      </p>
    </Notice>
  );
}

/**
 * `/{lang}/report` where no reports are taken: says so, and leads to the form elsewhere if there is one. Links and
 * bookmarks from when there was a form end here. `values`: the query of the address.
 */
export function ReportsOffPage(props: NoticeProps & { values: Readonly<Record<string, string>> }) {
  const { context, language, values } = props;
  const { off } = reportWordsOf(language);
  return (
    <Notice
      context={context}
      language={language}
      path="/report"
      title={off.title}
      description={off.text}
    >
      <p>{off.text}</p>
      <p class="acts">
        {context.reportUrl !== undefined && (
          <a href={reportHref(context.reportUrl, language, knownOfReport(values))}>
            {off.elsewhere}
          </a>
        )}
        <a href={`/${language}/`}>{catalogueOf(language).page.notFound.toMap}</a>
      </p>
    </Notice>
  );
}
