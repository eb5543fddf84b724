import { Language } from '../data/core/schema/localized-text.ts';
import { loadReportWords } from './i18n/languages.ts';
import { showLastRegion } from './islands/common/show-last-region.ts';
import { startThemeChoice } from './islands/common/theme-choice.ts';
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

/** Opens a case for whoever came by its QR code: the key stands behind `#`, and leaves the address once it is read. */
function openOwnCase(form: HTMLFormElement): void {
  const key = decodeURIComponent(location.hash.slice(1));
  const field = form.querySelector<HTMLInputElement>('input[name=key]');
  if (key === '' || key === 'main' || field === null) return;
  history.replaceState(null, '', location.pathname);
  field.value = key;
  form.requestSubmit();
}

startThemeChoice();
showLastRegion(document, location.pathname);
startHeaderSearch(document);
void start();
