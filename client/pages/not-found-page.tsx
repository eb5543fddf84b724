import type { Language } from '../../data/core/schema/localized-text.ts';
import type { PageContext, PageRequest } from '../components/context/page-context.ts';
import { Document } from '../components/document.tsx';
import { catalogueOf } from '../i18n/catalogue.ts';
import { byName } from '../i18n/grammar/names.ts';

/** What stands where there is no page: in the language of the address, with a way on. */
export function NotFoundPage(props: {
  context: PageContext;
  request: PageRequest;
  language: Language;
}) {
  const { context, request, language } = props;
  const { page, mapPage } = catalogueOf(language);
  return (
    <Document
      context={context}
      language={language}
      path="/"
      title={page.notFound.title}
      description={page.tagline}
      entry="page"
      noIndex
    >
      <main id="main" class="text">
        <h1>{page.notFound.title}</h1>
        <p>{page.notFound.text(request.path)}</p>
        <p class="acts">
          <a href={`/${language}/`}>{page.notFound.toMap}</a>
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
      </main>
    </Document>
  );
}
