export { DATA_FILES } from './components/context/data-files.ts';
export type {
  CountryOutlines,
  PageAssets,
  PageContext,
  PageRequest,
  RenderedPage,
} from './components/context/page-context.ts';
export type {
  DeskCase,
  DeskContent,
  ReportPageContent,
  SendersView,
} from './components/context/reports.ts';
export { OWN_FORM } from './components/context/reports.ts';
export { compactStyles, STYLE_FILES } from './components/document.tsx';
export type { DeskAct, DeskRefused } from './i18n/catalogue.ts';
export { reportWordsOf } from './i18n/catalogue.ts';
export {
  API_STYLE,
  type DocumentFrame,
  type DocumentLink,
  type ReferenceEntry,
} from './pages/api/document-page.tsx';
export {
  redirectPage,
  renderFeaturePage,
  renderItemsPage,
  renderReferencePage,
  renderValuePage,
} from './pages/api/render-api.tsx';
export { pageDataOf } from './pages/create-page-data.ts';
export { FEED_TYPES, renderCaseFeed } from './pages/feeds.ts';
export { sharePicture } from './pages/pictures.tsx';
export { renderPlainText } from './pages/plain-text.ts';
export { renderBusyPage, renderPage, renderReportPage } from './pages/render-page.tsx';
export { listPageFiles, listPages, renderRobots, renderSitemap } from './pages/sitemap.ts';
