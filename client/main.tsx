import { startMapPage } from './map-page/start-map-page.ts';
import { startCitationReturn } from './page/citation-return.ts';
import { startCopyText } from './page/copy-text.ts';
import { startThemeChoice } from './state/theme-choice.ts';

startThemeChoice();
startCopyText(document);
startCitationReturn(document);
startMapPage().catch((error: unknown) => {
  // The page is complete without this script: nothing is lost but the conveniences.
  console.warn('The map page stays as the server wrote it:', error);
});
