import type { DeskContent } from '../../components/context/report-content.ts';
import { WideTable } from '../../components/table.tsx';
import { comma, formatDate } from '../../i18n/grammar/format.ts';
import { deskWordsOf, reportWordsOf } from '../../i18n/page-words.ts';
import { DeskCasePage } from './desk-case-page.tsx';
import { DeskBar, DeskDocument, type DeskPageProps, type Part } from './desk-parts.tsx';
import { QueuePage } from './queue-page.tsx';

/** `/{lang}/desk` and what is below: for members of the desk, never for search engines. All but signing in works without scripts. */
export function DeskPage(props: DeskPageProps & { content: DeskContent }) {
  const { content, ...common } = props;
  switch (content.part) {
    case 'sign-in':
      return <SignInPage {...common} content={content} />;
    case 'queue':
      return <QueuePage {...common} content={content} />;
    case 'case':
      return <DeskCasePage {...common} content={content} />;
    case 'log':
      return <LogPage {...common} content={content} />;
  }
}

function SignInPage({ context, language, content }: Part<'sign-in'>) {
  const words = deskWordsOf(language);
  return (
    <DeskDocument context={context} language={language} path="/desk" title={words.title}>
      <h1>{words.title}</h1>
      {content.isUnavailable && <p role="alert">{words.unavailable}</p>}
      <section id="sign-in">
        <p data-for="sign-in">{words.signInLead}</p>
        <p data-for="join" hidden>
          {words.joinLead}
        </p>
        <p>
          <button type="button" data-for="sign-in">
            {words.signIn}
          </button>
          <button type="button" data-for="join" hidden>
            {words.join}
          </button>
        </p>
        <p
          role="status"
          data-working={words.working}
          data-cancelled={words.cancelled}
          data-refused={words.refused}
          data-over={words.invitationOver}
          data-unsupported={words.unsupported}
          data-failed={words.failed}
        />
        <noscript>
          <p class="hint">{words.noScript}</p>
        </noscript>
      </section>
    </DeskDocument>
  );
}

/** Everything that was done, the newest first. */
function LogPage({ context, language, content }: Part<'log'>) {
  const words = deskWordsOf(language);
  const reasons: Readonly<Record<string, string>> = reportWordsOf(language).reasonWords;
  const notes: Readonly<Record<string, string>> = words.notes;
  const columns = [words.day, words.who, words.act, words.case, words.detail];
  return (
    <DeskDocument context={context} language={language} path="/desk/log" title={words.log}>
      <DeskBar language={language} member={content.member} />
      <h1>{words.log}</h1>
      <p>{words.logLead}</p>
      {content.log.length === 0 ? (
        <p>{words.logEmpty}</p>
      ) : (
        <WideTable
          title={words.log}
          language={language}
          columns={columns.map((title) => ({ title }))}
          rows={content.log.map((line) => ({
            key: String(line.ordinal),
            cells: [
              formatDate(language, line.doneOn),
              line.member,
              notes[line.act] ?? line.act,
              line.case && <a href={`/${language}/desk/cases/${line.case}`}>{line.case}</a>,
              Object.values(line.detail)
                .map((value) => reasons[String(value)] ?? String(value))
                .join(comma(language)),
            ].map((content) => ({ content })),
          }))}
        />
      )}
    </DeskDocument>
  );
}
