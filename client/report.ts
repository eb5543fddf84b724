import { Language } from '../data/core/schema/localized-text.ts';
import { loadReportWords } from './i18n/languages.ts';
import { showLastRegion } from './islands/common/show-last-region.ts';
import { startThemeChoice } from './islands/common/theme-choice.ts';
import { openOwnCase } from './islands/report/open-own-case.ts';
import { startReportForm } from './islands/report/report-form.tsx';
import { startHeaderSearch } from './islands/search/start-header-search.ts';

async function start(): Promise<void> {
  const form = document.querySelector<HTMLFormElement>('form#report');
  if (form !== null) {
    const language = Language.parse(form.dataset.language);
    startReportForm(form, language, await loadReportWords(language));
  }
  const own = document.querySelector<HTMLFormElement>('#own-case form');
  if (own !== null) openOwnCase(own);
}

startThemeChoice();
showLastRegion(document, location.pathname);
startHeaderSearch(document);
void start();
