export { chooseLanguage } from './i18n/language.ts';
export { compactStyles } from './pages/compact-styles.ts';
export type {
  CountryOutlines,
  PageAssets,
  PageContext,
  PageRequest,
  RenderedPage,
} from './pages/page-context.ts';
export { renderPlainText } from './pages/plain-text.ts';
export { renderPage } from './pages/render-page.tsx';
export { sharePicture } from './pages/share-picture.tsx';
export { listPageFiles, listPages, renderRobots, renderSitemap } from './pages/sitemap.ts';
export { DATA_FILES } from './state/data-files.ts';
