import type { DatasetRegion } from '../../data/core/schema/dataset.ts';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { CardBody } from '../components/card/card-body.tsx';
import { createCardModel } from '../components/card/card-model.ts';
import { Choropleth } from '../components/choropleth.tsx';
import type { PageContext, PageRequest } from '../components/context/page-context.ts';
import { familyReports, type PageData, shownLayer } from '../components/context/page-data.ts';
import { BoundaryCredit, Document, ScriptData } from '../components/document.tsx';
import { Finding } from '../components/finding.tsx';
import { Legend } from '../components/legend.tsx';
import { type RegionAnswer, RegionList, regionAnswers } from '../components/region-list.tsx';
import { SearchForm } from '../components/site-header.tsx';
import { catalogueOf, mapWordsOf } from '../i18n/catalogue.ts';
import { pageDataOf } from './create-page-data.ts';

interface PartProps {
  context: PageContext;
  language: Language;
}

/** The drawer with the list of regions. */
function RegionDrawer(props: {
  context: PageContext;
  answers: readonly RegionAnswer[];
  language: Language;
  query: string;
}) {
  const { mapPage } = catalogueOf(props.language);
  return (
    <section id="regions" aria-labelledby="regions-title">
      <button
        type="button"
        data-action="toggle-regions"
        aria-expanded="true"
        aria-controls="region-list"
      >
        {mapPage.regionsToggle}
      </button>
      <div id="region-list">
        <h2 id="regions-title">{mapPage.regions}</h2>
        <p class="hint">{mapPage.regionsHint}</p>
        <RegionList {...props} />
        <BoundaryCredit dataset={props.context.dataset} language={props.language} />
      </div>
    </section>
  );
}

/** The panel of the card, with the card of the region that the address names. */
function CardPanel(props: PartProps & { chosen: DatasetRegion | undefined; data: PageData }) {
  const { context, language, chosen, data } = props;
  const { dataset, reportUrl } = context;
  const { mapPage } = catalogueOf(language);
  const model =
    chosen && createCardModel({ dataset, assessment: context.assess(chosen.id), language });
  return (
    <aside id="card" aria-label={mapPage.card}>
      <button type="button" data-action="resize-card" aria-label={mapPage.resizeCard} hidden />
      <button type="button" data-action="close-card" aria-label={mapPage.closeCard} hidden>
        ×
      </button>
      <div data-card-body>
        {model && (
          <CardBody
            model={model}
            place="panel"
            reportUrl={reportUrl}
            families={familyReports(data, model.region.id)}
          />
        )}
      </div>
    </aside>
  );
}

/** Characters of what somebody looks for, as many as the search of the API takes. */
const LONGEST_QUERY = 300;

/** `/{lang}/`: question, finding and search, list, drawn map and card; `client/README.md` names the places for scripts. */
export function MapPage(props: PartProps & { request: PageRequest }) {
  const { context, request, language } = props;
  const { dataset, outlines } = context;
  const { mapPage } = catalogueOf(language);
  const words = mapWordsOf(language);
  const data = pageDataOf(context, language);
  const shown = {
    layer: request.query.get('layer') ?? undefined,
    operatorId: request.query.get('operator') ?? undefined,
  };
  const answers = regionAnswers(context, data, shown);
  const chosen = dataset.regions.find(({ id }) => id === request.query.get('region'));
  const query = [...(request.query.get('q')?.trim() ?? '')].slice(0, LONGEST_QUERY).join('');
  return (
    <Document
      context={context}
      language={language}
      path="/"
      title={mapPage.title}
      description={mapPage.description}
      section="map"
      main="map-page"
      entry="map"
      bodyClass="map-body"
      hasOwnSearch
      dataFiles={['regions.overview.topojson']}
    >
      <main
        id="map-page"
        data-regions="open"
        data-card={chosen ? 'answer' : 'closed'}
        tabindex={-1}
      >
        <section id="question">
          <Finding data={data} />
          <SearchForm language={language} query={query} />
        </section>
        <RegionDrawer context={context} answers={answers} language={language} query={query} />
        <div id="map">
          {outlines && (
            <Choropleth
              outlines={outlines}
              answers={answers}
              signs={data.signs}
              language={language}
              label={mapPage.mapLabel}
            />
          )}
        </div>
        <p id="map-notice" hidden />
        <div id="map-controls" />
        <section id="legend" aria-label={mapPage.legend}>
          <Legend
            {...shownLayer(data, shown)}
            language={language}
            sign={data.signs.length > 0 ? words.sign : undefined}
            open
          />
        </section>
        <CardPanel data={data} context={context} language={language} chosen={chosen} />
        <div id="announcer" class="vh" aria-live="polite" />
      </main>
      <ScriptData id="page-data" data={data} />
    </Document>
  );
}
