import type { VNode } from 'preact';
import type { Language } from '../../data/core/schema/localized-text.ts';
import type { PageContext, RenderedPage } from '../components/context/page-context.ts';
import type { ReportPageContent } from '../components/context/report-content.ts';
import { CasePage, CasesPage, SentPage, UnknownCasePage } from './case-pages.tsx';
import { DeskPage } from './desk/desk-page.tsx';
import { renderDocument } from './render-document.ts';
import { ReportPage } from './report-page.tsx';

/** Renders such a page; whoever answers with it chooses the status. */
export function renderReportPage(
  content: ReportPageContent,
  language: Language,
  context: PageContext,
): Promise<RenderedPage> {
  return renderDocument(pageOf(content, language, context), 200, language, context);
}

function pageOf(content: ReportPageContent, language: Language, context: PageContext): VNode {
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
