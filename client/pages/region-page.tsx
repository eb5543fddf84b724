import type { DatasetRegion } from '../../data/core/schema/dataset.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { CardBody } from '../components/card/card-body.tsx';
import { createCardModel } from '../components/card/card-model.ts';
import type { PageContext } from '../components/context/page-context.ts';
import { Document } from '../components/document.tsx';
import { FamiliesSay } from '../components/families-say.tsx';
import { catalogueOf } from '../i18n/catalogue.ts';
import { breadcrumb } from './sitemap.ts';

/** A region's page has 14 KB in all: more operators told in full, with their sources, do not fit. */
const MOST_IN_FULL = 2;

/** `/{lang}/regions/{id}`: the whole answer for a region, complete without scripts. */
export function RegionPage(props: {
  context: PageContext;
  language: Language;
  region: DatasetRegion;
}) {
  const { context, language, region } = props;
  const { card, mapPage } = catalogueOf(language);
  const name = region.name[language];
  const path = `/regions/${region.id}`;
  const { dataset } = context;
  const model = createCardModel({
    dataset,
    assessment: context.assess(region.id),
    language,
    mostInFull: MOST_IN_FULL,
  });
  if (model === undefined) return null;
  return (
    <Document
      context={context}
      language={language}
      path={path}
      title={card.pageTitle(name)}
      description={card.pageDescription(name, model.action.sentence)}
      entry="page"
      feed={`/${language}${path}.atom`}
      calendar={`/${language}${path}.ics`}
      textOnly
      picture={region.id}
      structured={[
        breadcrumb(context, language, [
          [mapPage.map, '/'],
          [name, path],
        ]),
      ]}
    >
      <main id="main" class="text">
        {context.locatorOutlines && (
          <img
            class="loc"
            src={`/${language}/locator/${region.id}.svg`}
            alt=""
            width="240"
            height="140"
          />
        )}
        <CardBody model={model} place="page" reportUrl={context.reportUrl} />
        <FamiliesSay dataset={dataset} regionId={region.id} language={language} />
      </main>
    </Document>
  );
}
