import { startHeaderSearch } from './islands/search/start-header-search.ts';
import './islands/common/array-methods.ts';
import { startCitationReturn } from './islands/common/citation-return.ts';
import { startCopyText } from './islands/common/copy-text.ts';
import { tellFrameHeight } from './islands/common/frame-height.ts';
import { drawCodesOnPaper } from './islands/common/print-code.ts';
import { showLastRegion } from './islands/common/show-last-region.ts';
import { startTableSorting } from './islands/common/table-sorting.ts';
import { startThemeChoice } from './islands/common/theme-choice.ts';

drawCodesOnPaper(document);
startThemeChoice();
showLastRegion(document, location.pathname);
tellFrameHeight();
startTableSorting(document);
startCopyText(document);
startCitationReturn(document);
startHeaderSearch(document);
