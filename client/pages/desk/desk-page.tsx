import type { DeskCase, DeskContent, DeskMember } from '../../components/context/reports.ts';
import { WideTable } from '../../components/table.tsx';
import { deskWordsOf, reportWordsOf } from '../../i18n/catalogue.ts';
import { comma, formatDate } from '../../i18n/grammar/format.ts';
import { DeskCasePage, SendersWords } from './desk-case-page.tsx';
import {
  ActButton,
  CaseLine,
  DeskDocument,
  type DeskPageProps,
  MemberPage,
  type Part,
  ReasonField,
  Token,
} from './desk-parts.tsx';

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
function LogPage(props: Part<'log'>) {
  const { language, content } = props;
  const words = deskWordsOf(language);
  const reasons: Readonly<Record<string, string>> = reportWordsOf(language).reasonWords;
  const notes: Readonly<Record<string, string>> = words.notes;
  const columns = [words.day, words.who, words.act, words.case, words.detail];
  return (
    <MemberPage {...props} path="/desk/log" title={words.log}>
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
    </MemberPage>
  );
}

/** The queue by age: read, decide, or select and decline together. */
function QueuePage(props: Part<'queue'>) {
  const { context, language, content } = props;
  const words = deskWordsOf(language);
  const { member, queue, waiting } = content;
  const keys = {
    before: [['Enter', words.keyWords.open]],
    after: [
      ['x', words.keyWords.select],
      ['b', words.keyWords.bulk],
      ['l', words.log],
    ],
  } as const;
  return (
    <MemberPage {...props} path="/desk" title={words.queue} keys={keys}>
      <p>
        {waiting === 0 ? words.empty : words.waiting(waiting)}
        {queue.length < waiting && ` ${words.firstOnly(queue.length)}`}
      </p>
      <ol id="queue" class="plain">
        {queue.map((each) => (
          <QueueRow
            key={each.shown.case}
            context={context}
            language={language}
            member={member}
            case={each}
          />
        ))}
      </ol>
      {queue.length > 0 && (
        <form id="bulk" class="row" method="post" action={`/${language}/desk`}>
          <Token member={member} />
          <ReasonField language={language} shortcut="b" />
          <button type="submit" name="act" value="decline">
            {words.declineSelected}
          </button>
        </form>
      )}
    </MemberPage>
  );
}

function QueueRow(props: DeskPageProps & { member: DeskMember; case: DeskCase }) {
  const { context, language, member } = props;
  const words = deskWordsOf(language);
  const { case: number, kind } = props.case.shown;
  const address = `/${language}/desk/cases/${number}`;
  return (
    <li>
      <p>
        <input
          type="checkbox"
          name="case"
          value={number}
          form="bulk"
          aria-label={words.select(number)}
          aria-keyshortcuts="x"
        />
        {/* What the address names after `#` has the focus when the page opens, so that work goes on where it was. */}
        <a id={number} href={address}>
          {number}
        </a>{' '}
        <CaseLine context={context} language={language} case={props.case} />
      </p>
      <SendersWords language={language} case={props.case} />
      <form class="acts" method="post" action={`/${language}/desk`}>
        <Token member={member} />
        <input type="hidden" name="case" value={number} />
        <ActButton language={language} act="publish" shortcut="p" />
        {kind !== 'experience' && <ActButton language={language} act="accept" shortcut="a" />}
        {kind !== 'source-change' && (
          <a href={`${address}#question`} aria-keyshortcuts="e">
            {words.acts.ask}
          </a>
        )}
        <a href={`${address}#reason`} aria-keyshortcuts="d">
          {words.acts.decline}
        </a>
      </form>
    </li>
  );
}
