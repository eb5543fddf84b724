import { datasetFile } from '../../data/core/schema/dataset-file.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import type { PageContext } from '../components/context/page-context.ts';
import { Document, ScriptData } from '../components/document.tsx';
import { catalogueOf } from '../i18n/catalogue.ts';

/** `/{lang}/check`: the household check, filled in by `client/check.tsx`; without scripts it leads elsewhere. */
export function CheckPage({ context, language }: { context: PageContext; language: Language }) {
  const { check, page } = catalogueOf(language);
  const data = {
    language,
    asOf: context.asOf,
    datasetHash: context.dataset.hash,
    loading: check.loading,
    failed: check.failed,
  };
  return (
    <Document
      context={context}
      language={language}
      path="/check"
      title={check.title}
      description={check.description}
      section="check"
      entry="check"
      dataFiles={[datasetFile(language)]}
    >
      <main id="main" class="text broad">
        <h1>{check.title}</h1>
        <p>{check.lead}</p>
        <div id="check">
          <p>{check.noScript}</p>
          <ul>
            <li>
              <a href={`/${language}/`}>{check.toRegions}</a>
            </li>
            <li>
              <a href={`/${language}/compare`}>{page.nav.compare}</a>
            </li>
            <li>
              <a href={`/${language}/guide`}>{page.nav.guide}</a>
            </li>
          </ul>
        </div>
      </main>
      <ScriptData id="check-data" data={data} />
    </Document>
  );
}
