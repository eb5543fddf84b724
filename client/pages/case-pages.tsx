import type { Language } from '../../data/core/schema/localized-text.ts';
import { isOverdue, type PublicCase } from '../../data/core/schema/report.ts';
import type { PageContext } from '../components/context/page-context.ts';
import type { SendersView, SentReport } from '../components/context/reports.ts';
import { Document } from '../components/document.tsx';
import { SentReportView } from '../components/report-answer.tsx';
import { WideTable } from '../components/table.tsx';
import { reportWordsOf } from '../i18n/catalogue.ts';
import { colon, comma, formatDate } from '../i18n/grammar/format.ts';
import { createNames, type Names } from '../i18n/grammar/names.ts';
import { Notice } from './notice-pages.tsx';

interface CasePageProps {
  context: PageContext;
  language: Language;
}

/** What a case is about, in one line. */
export function caseSubject(shown: PublicCase, names: Names, language: Language): string {
  const words = reportWordsOf(language);
  if (shown.kind === 'experience') {
    const parts = [
      shown.operatorId && (names.operator(shown.operatorId) ?? shown.operatorId),
      shown.regionId && (names.region(shown.regionId) ?? shown.regionId),
      shown.tried && words.triedWords[shown.tried],
      shown.outcome && words.outcomeWords[shown.outcome],
    ];
    return parts.filter((part) => part).join(comma(language));
  }
  if (shown.subject === undefined || shown.kind === undefined) return '';
  const { key, id } = shown.subject;
  return `${words.kindWords[shown.kind]}${colon(language)}${words.correctionOf[key].toLocaleLowerCase(language)} ${id}`;
}

/** `/{lang}/cases`: all cases, the newest first. */
export function CasesPage(
  props: CasePageProps & { cases: readonly PublicCase[]; unavailable?: boolean },
) {
  const { context, language, cases, unavailable = false } = props;
  const words = reportWordsOf(language);
  const names = createNames({ dataset: context.dataset }, language);
  const columns = [words.yourCase, words.subject, words.state, words.since, words.due];
  return (
    <Document
      context={context}
      language={language}
      path="/cases"
      title={words.casesTitle}
      description={words.casesDescription}
      entry="page"
      feed={`/${language}/cases.atom`}
    >
      <main id="main" class="text broad">
        <h1>{words.casesTitle}</h1>
        <p>{words.casesLead}</p>
        <form method="get" action={`/${language}/cases`} class="row">
          <label>
            {words.find}
            <input name="number" placeholder={words.findHint} autocomplete="off" />
          </label>
          <button type="submit">{words.open}</button>
        </form>
        {unavailable ? (
          <p role="alert">{words.unavailable}</p>
        ) : cases.length === 0 ? (
          <p>{words.noCases}</p>
        ) : (
          <WideTable
            title={words.cases}
            language={language}
            columns={columns.map((title) => ({ title }))}
            rows={cases.map((shown) => ({
              key: shown.case,
              cells: [
                <a key="case" href={`/${language}/cases/${shown.case}`}>
                  {shown.case}
                </a>,
                caseSubject(shown, names, language),
                words.stateWords[shown.state],
                shown.receivedOn && formatDate(language, shown.receivedOn),
                shown.dueOn && <DueDay shown={shown} language={language} today={context.asOf} />,
              ].map((content) => ({ content })),
            }))}
          />
        )}
      </main>
    </Document>
  );
}

function DueDay({
  shown,
  language,
  today,
}: {
  shown: PublicCase;
  language: Language;
  today: string;
}) {
  const words = reportWordsOf(language);
  if (shown.dueOn === undefined) return null;
  return (
    <>
      {formatDate(language, shown.dueOn)}
      {isOverdue(shown, today) && <strong> {words.overdue}</strong>}
    </>
  );
}

/** `/{lang}/cases/{number}`: one case; with its key also the sender's words, the desk's question and the ways to answer. */
export function CasePage(
  props: CasePageProps & {
    shown: PublicCase;
    own?: SendersView | undefined;
    alert?: string | undefined;
  },
) {
  const { context, language, shown, own, alert } = props;
  const words = reportWordsOf(language);
  const names = createNames({ dataset: context.dataset }, language);
  const path = `/cases/${shown.case}`;
  const texts = [shown.text, shown.wrong, shown.right].filter((text) => text !== undefined);
  return (
    <Document
      context={context}
      language={language}
      path={path}
      title={words.caseTitle(shown.case)}
      description={words.casesDescription}
      entry="report"
    >
      <main id="main" class="text">
        <p class="over">
          <a href={`/${language}/cases`}>{words.cases}</a>
        </p>
        <h1>{words.caseTitle(shown.case)}</h1>
        {alert !== undefined && <p role="alert">{alert}</p>}
        <p>
          <strong>{words.stateWords[shown.state]}</strong>
          {shown.reason && colon(language) + words.reasonWords[shown.reason]}
        </p>
        {shown.state === 'withdrawn' && <p>{words.caseWithdrawn}</p>}
        {shown.duplicateOf && (
          <p>
            {words.duplicateOf + colon(language)}
            <a href={`/${language}/cases/${shown.duplicateOf}`}>{shown.duplicateOf}</a>
          </p>
        )}
        {shown.kind && (
          <dl class="facts">
            <dt>{words.subject}</dt>
            <dd>{caseSubject(shown, names, language)}</dd>
            {shown.month && (
              <>
                <dt>{words.month}</dt>
                <dd>{formatDate(language, shown.month)}</dd>
              </>
            )}
            <dt>{words.since}</dt>
            <dd>{shown.receivedOn && formatDate(language, shown.receivedOn)}</dd>
            <dt>{words.due}</dt>
            <dd>
              <DueDay shown={shown} language={language} today={context.asOf} />
            </dd>
          </dl>
        )}
        {shown.kind && own === undefined && (
          <>
            <h2>{words.report}</h2>
            {texts.length === 0 ? (
              <p>{words.notPublished}</p>
            ) : (
              texts.map((text) => <p key={text}>{text}</p>)
            )}
          </>
        )}
        {own === undefined ? (
          shown.state !== 'withdrawn' && <KeyForm language={language} path={path} />
        ) : (
          <Thread language={language} path={path} own={own} />
        )}
      </main>
    </Document>
  );
}

function KeyForm({ language, path }: { language: Language; path: string }) {
  const words = reportWordsOf(language);
  return (
    <details id="own-case">
      <summary>{words.openWithKey}</summary>
      <form method="post" action={`/${language}${path}`} class="report">
        <label>
          {words.enterKey}
          <input name="key" autocomplete="off" autocapitalize="none" spellcheck={false} required />
        </label>
        <p>
          <button type="submit">{words.open}</button>
        </p>
      </form>
    </details>
  );
}

function Thread({ language, path, own }: { language: Language; path: string; own: SendersView }) {
  const words = reportWordsOf(language);
  return (
    <>
      <h2>{words.report}</h2>
      {own.texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <h2>{words.thread}</h2>
      {own.messages.length === 0 && <p>{words.noMessages}</p>}
      {own.messages.map(({ author, writtenOn, body }, index) => (
        <p key={String(index)}>
          <b>{author === 'desk' ? words.desk : words.sender}</b>
          {comma(language) + formatDate(language, writtenOn) + colon(language)}
          {body}
        </p>
      ))}
      <form method="post" action={`/${language}${path}`} class="report">
        <input type="hidden" name="key" value={own.key} />
        <label>
          {words.answer}
          <span class="hint"> {words.textHint}</span>
          <textarea name="answer" rows={3} maxLength={500} required />
        </label>
        <p>
          <button type="submit">{words.send}</button>
        </p>
      </form>
      <form method="post" action={`/${language}${path}`} class="report">
        <input type="hidden" name="key" value={own.key} />
        <input type="hidden" name="withdraw" value="true" />
        <p class="hint">{words.withdrawHint}</p>
        <p>
          <button type="submit">{words.withdraw}</button>
        </p>
      </form>
    </>
  );
}

/** The answer to a form without scripts: the case number and its key, shown once. `origin`: where the QR code leads. */
export function SentPage(props: CasePageProps & { sent: SentReport; origin: string }) {
  const { context, language, sent, origin } = props;
  const words = reportWordsOf(language);
  return (
    <Notice
      context={context}
      language={language}
      path="/report"
      title={words.sent}
      description={words.description}
    >
      <SentReportView words={words} language={language} sent={sent} origin={origin} />
    </Notice>
  );
}

/** Where there is no case with a number. */
export function UnknownCasePage({ context, language }: CasePageProps) {
  const words = reportWordsOf(language);
  return (
    <Notice
      context={context}
      language={language}
      path="/cases"
      title={words.caseUnknown}
      description={words.casesDescription}
    >
      <p>{words.caseUnknownText}</p>
      <p>
        <a href={`/${language}/cases`}>{words.cases}</a>
      </p>
    </Notice>
  );
}
