import { render } from 'preact';
import { screenText } from '../data/core/reports/screen-text.ts';
import { Language } from '../data/core/schema/localized-text.ts';
import type { SentReport } from './components/context/reports.ts';
import { ReportErrors, SentReportView } from './components/report-answer.tsx';
import type { ReportWords } from './i18n/catalogue.ts';
import { loadReportWords } from './i18n/loaded-words.ts';
import { showLastRegion } from './islands/common/last-region.ts';
import { createOutbox, type Outbox, sendReport } from './islands/report/send-report.ts';
import { startHeaderSearch, startThemeChoice } from './islands/site-header.ts';

/** Texts that a sender writes; what could name a person is told before it leaves the device. */
const TEXTS = ['text', 'wrong', 'right'] as const;

/** The server looks at the whole again; a random key needs no more than to be the sender's own. */
function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** Makes the form of a report work: tells errors at once, proves work, keeps the report where there is no connection. */
function startReportForm(form: HTMLFormElement, language: Language, words: ReportWords): void {
  const errorsBox = document.getElementById('report-errors');
  const status = document.getElementById('report-status');
  const button = form.querySelector('button');
  const outbox = createOutbox(localStorage);
  // The same report sent twice, by impatience or after an error, stays one.
  let idempotencyKey = newIdempotencyKey();
  form.addEventListener('input', () => {
    idempotencyKey = newIdempotencyKey();
  });

  const say = (text: string) => {
    if (status) status.textContent = text;
  };
  const tellErrors = (errors: readonly string[]) => {
    if (!errorsBox) return;
    errorsBox.replaceChildren();
    render(<ReportErrors words={words} errors={errors} />, errorsBox);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });

  async function submit(): Promise<void> {
    const report = fieldsOf(form);
    const errors = screen(report, words);
    tellErrors(errors);
    if (errors.length > 0) return;
    button?.setAttribute('aria-disabled', 'true');
    say(words.sending);
    const item = { idempotencyKey, report };
    const sending = await sendReport(item);
    button?.removeAttribute('aria-disabled');
    say('');
    if (sending.outcome === 'refused') return tellErrors([sending.detail]);
    if (sending.outcome === 'later') {
      const isKept = outbox.add(item);
      return say(
        isKept && sending.isOffline
          ? words.kept
          : isKept
            ? `${words.unavailable} ${words.kept}`
            : words.unavailable,
      );
    }
    showSent(form, language, words, sending.sent);
  }

  const resend = () =>
    void sendWaiting(outbox, say, words, (sent) => showSent(form, language, words, sent));
  resend();
  window.addEventListener('online', resend);
}

/** Fields of a form by their names; empty ones are absent. */
function fieldsOf(form: HTMLFormElement): Record<string, string> {
  const fields = [...new FormData(form)].flatMap(([name, value]) => {
    const text = typeof value === 'string' ? value.trim() : '';
    return text === '' ? [] : [[name, text] as const];
  });
  return Object.fromEntries(fields);
}

function screen(report: Readonly<Record<string, string>>, words: ReportWords): string[] {
  const allowsOfficeNumbers = report.contactId !== undefined;
  return TEXTS.flatMap((name) => {
    const text = report[name] ?? '';
    return screenText(text, { allowsOfficeNumbers }).map(({ kind, start, end }) =>
      words.screenedAt(text.slice(start, end), words.screened[kind]),
    );
  });
}

function showSent(
  form: HTMLFormElement,
  language: Language,
  words: ReportWords,
  sent: SentReport,
): void {
  const main = form.closest('main');
  if (!main) return;
  main.replaceChildren();
  render(
    <>
      <h1 tabIndex={-1}>{words.sent}</h1>
      <SentReportView words={words} language={language} sent={sent} origin={location.origin} />
      <p>
        <a href={location.href}>{words.another}</a>
      </p>
    </>,
    main,
  );
  main.querySelector('h1')?.focus();
}

/** Sends what waited for a connection, one after the other; stops at the first that has to wait on. */
async function sendWaiting(
  outbox: Outbox,
  say: (text: string) => void,
  words: ReportWords,
  onSent: (sent: SentReport) => void,
): Promise<void> {
  for (const item of outbox.list()) {
    const sending = await sendReport(item);
    if (sending.outcome === 'later') return say(words.keptCount(outbox.list().length));
    outbox.remove(item.idempotencyKey);
    // A report that is refused now would be refused again: it is told and goes.
    if (sending.outcome === 'refused') say(sending.detail);
    else onSent(sending.sent);
  }
}

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
