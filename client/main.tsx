import './islands/common/array-methods.ts';
import { startCitationReturn } from './islands/common/citation-return.ts';
import { startCopyText } from './islands/common/copy-text.ts';
import { afterFirstPicture } from './islands/common/first-picture.ts';
import { drawCodesOnPaper } from './islands/common/print-code.ts';
import { startThemeChoice } from './islands/common/theme-choice.ts';
import { knowsWebgl, loadMapCode } from './islands/map/start-map.ts';
import { startMapPage } from './islands/map/start-map-page.ts';

drawCodesOnPaper(document);
startThemeChoice();
startCopyText(document);
startCitationReturn(document);
// What the first picture needs is here: most of what the live map waits for may come while it is drawn.
if (knowsWebgl()) void loadMapCode().catch(() => undefined);
afterFirstPicture()
  .then(startMapPage)
  .catch((error: unknown) => {
    // The page is complete without this script: nothing is lost but the conveniences.
    console.warn('The map page stays as the server wrote it:', error);
  });
