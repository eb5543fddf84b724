import { Language } from '../data/core/schema/localized-text.ts';
import type { ReportWords } from './i18n/report-words.ts';
import { showLastRegion } from './islands/common/show-last-region.ts';
import { startThemeChoice } from './islands/common/theme-choice.ts';
import { openOwnCase } from './islands/report/open-own-case.ts';
import { startReportForm } from './islands/report/report-form.tsx';

/** One language is loaded, not all of them. */
const WORDS: Readonly<Record<Language, () => Promise<{ reports: ReportWords }>>> = {
  ru: () => import('./i18n/ru/reports.ts'),
  en: () => import('./i18n/en/reports.ts'),
  zh: () => import('./i18n/zh/reports.ts'),
};

async function start(): Promise<void> {
  const form = document.querySelector<HTMLFormElement>('form#report');
  if (form !== null) {
    const language = Language.parse(form.dataset.language);
    startReportForm(form, language, (await WORDS[language]()).reports);
  }
  const own = document.querySelector<HTMLFormElement>('#own-case form');
  if (own !== null) openOwnCase(own);
}

startThemeChoice();
showLastRegion(document, location.pathname);
void start();
