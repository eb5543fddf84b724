import type { Language } from '../../data/core/schema/localized-text.ts';
import type { PageContext } from '../components/context/page-context.ts';
import { knownOfReport, reportHref } from '../components/context/report-address.ts';
import { Document } from '../components/document.tsx';
import { catalogueOf } from '../i18n/catalogue.ts';
import { reportWordsOf } from '../i18n/page-words.ts';

/**
 * `/{lang}/report` where no reports are taken: says so, and leads to the form elsewhere if there is one. Links and
 * bookmarks from when there was a form end here. `values`: the query of the address.
 */
export function ReportsOffPage(props: {
  context: PageContext;
  language: Language;
  values: Readonly<Record<string, string>>;
}) {
  const { context, language, values } = props;
  const { off } = reportWordsOf(language);
  const { page } = catalogueOf(language);
  return (
    <Document
      context={context}
      language={language}
      path="/report"
      title={off.title}
      description={off.text}
      entry="page"
      noIndex
    >
      <main id="main" class="text">
        <h1>{off.title}</h1>
        <p>{off.text}</p>
        <p class="acts">
          {context.reportUrl !== undefined && (
            <a href={reportHref(context.reportUrl, language, knownOfReport(values))}>
              {off.elsewhere}
            </a>
          )}
          <a href={`/${language}/`}>{page.notFound.toMap}</a>
        </p>
      </main>
    </Document>
  );
}
