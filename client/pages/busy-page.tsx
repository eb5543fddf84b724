import type { Language } from '../../data/core/schema/localized-text.ts';
import type { PageContext } from '../components/context/page-context.ts';
import { Document } from '../components/document.tsx';
import { catalogueOf } from '../i18n/catalogue.ts';

/** What stands in the place of a page that the service has no time to draw, or may not for an address that asks too much. */
export function BusyPage({ context, language }: { context: PageContext; language: Language }) {
  const { page } = catalogueOf(language);
  return (
    <Document
      context={context}
      language={language}
      path="/"
      title={page.busy.title}
      description={page.tagline}
      entry="page"
      noIndex
    >
      <main id="main" class="text">
        <h1>{page.busy.title}</h1>
        <p>{page.busy.text}</p>
      </main>
    </Document>
  );
}
