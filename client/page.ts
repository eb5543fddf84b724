import { startCitationReturn } from './page/citation-return.ts';
import { startCopyText } from './page/copy-text.ts';
import { startTableSorting } from './page/table-sorting.ts';
import { startThemeChoice } from './state/theme-choice.ts';

startThemeChoice();
startTableSorting(document);
startCopyText(document);
startCitationReturn(document);
