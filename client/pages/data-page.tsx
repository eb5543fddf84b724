import type { Language } from '../../data/schema/localized-text.ts';
import { catalogueOf } from '../i18n/catalogue.ts';
import { Document } from '../ui/document.tsx';
import type { PageContext } from './page-context.ts';

/** The release as schema.org `Dataset`, for dataset search engines. */
function datasetDescription(context: PageContext, language: Language): object {
  const { about } = catalogueOf(language);
  const origin = context.origin ?? '';
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: 'Family eSIM Map',
    description: about.data.description,
    url: `${origin}/${language}/data`,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    version: context.dataset.version,
    dateModified: context.dataset.checkedOn,
    spatialCoverage: 'Russia',
    isAccessibleForFree: true,
    distribution: [
      {
        '@type': 'DataDownload',
        encodingFormat: 'application/geo+json',
        contentUrl: `${origin}/downloads/regions.geojson`,
      },
      {
        '@type': 'DataDownload',
        encodingFormat: 'text/csv',
        contentUrl: `${origin}/downloads/regions.csv`,
      },
    ],
  };
}

/** `/{lang}/data`: files, API and licence. */
export function DataPage({ context, language }: { context: PageContext; language: Language }) {
  const { data } = catalogueOf(language).about;
  const { dataset } = context;
  const links = (items: readonly (readonly [href: string, text: string])[]) => (
    <ul>
      {items.map(([href, text]) => (
        <li key={href}>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
  return (
    <Document
      context={context}
      language={language}
      path="/data"
      title={data.title}
      description={data.description}
      section="data"
      entry="page"
      structured={[datasetDescription(context, language)]}
    >
      <main id="main" class="text">
        <h1>{data.title}</h1>
        <p>{data.lead}</p>
        <p class="hint">{data.release(dataset.version, dataset.hash.slice(0, 12))}</p>
        <h2>{data.files}</h2>
        {links([
          ['/downloads/regions.geojson', data.geojson],
          ['/downloads/regions.csv', data.csv],
        ])}
        <h2>{data.api}</h2>
        {links([
          ['/api/v1', data.landing],
          ['/api/v1/api', data.openapi],
          ['/api/v1/eligibility?region=RU-MOW', data.oneRegion],
        ])}
      </main>
    </Document>
  );
}
