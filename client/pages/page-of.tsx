import type { VNode } from 'preact';
import type { Language } from '../../data/core/schema/localized-text.ts';
import { GUIDE_TOPICS } from '../components/context/guide-topics.ts';
import type { PageContext, PageRequest } from '../components/context/page-context.ts';
import { OWN_FORM } from '../components/context/report-address.ts';
import { AboutPage } from './about-page.tsx';
import { ChangesPage } from './changes-page.tsx';
import { CheckPage } from './check-page.tsx';
import { ComparePage } from './compare/compare-page.tsx';
import { DataPage } from './data-page.tsx';
import { DifferencesPage } from './differences-page.tsx';
import { EmbedCodePage, EmbedPage } from './embed-page.tsx';
import { GuideIndexPage, GuideTopicPage } from './guide-page.tsx';
import { MapPage } from './map-page.tsx';
import { ReportsOffPage } from './notice-pages.tsx';
import { OperatorPage } from './operator-page.tsx';
import { OperatorsPage } from './operators-page.tsx';
import { RegionPage } from './region-page.tsx';
import { ReportPage } from './report-page.tsx';

/** The page at an address below the language, or `undefined` where there is none. */
export function pageOf(
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
